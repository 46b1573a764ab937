import { pino } from 'pino';
import { drawHome } from '../../commands/desk/draw-home.ts';
import { createChatReader } from '../../commands/evidence/chat-reader.ts';
import { answerCommand, answerPress, answerSubmit } from '../../commands/index.ts';
import { answerMessage } from '../../commands/message.ts';
import type { CustomerPages } from '../../commands/pages/customer-pages.ts';
import { createClaim } from '../../commands/people/claim.ts';
import { createIdentify } from '../../commands/people/identify.ts';
import { answerShortcut } from '../../commands/shortcut.ts';
import { nextJobs } from '../../jobs/next/next-jobs.ts';
import { createAdminDesk } from '../../src/app/admin-desk.ts';
import { answerFailure } from '../../src/app/answer-failure.ts';
import type { ButtonValue, Card } from '../../src/chat/card.ts';
import type { Answers } from '../../src/chat/form.ts';
import { type Interaction, interactionSchema } from '../../src/chat/interaction.ts';
import type { Message } from '../../src/chat/message.ts';
import type { ChatAdapter, MessageReading } from '../../src/chat/port.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { createRouter } from '../../src/chat/router.ts';
import { toPlainText } from '../../src/chat/text.ts';
import { inboxModel } from '../../src/inbox/inbox-model.ts';
import { createInboxRepository } from '../../src/inbox/inbox-repository.ts';
import { type Claims, createClaims } from '../../src/org/claim-repository.ts';
import { createOrgStore, type OrgStore } from '../../src/org/org-store.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { createEffectStore } from '../../src/outbox/effect-repository.ts';
import { createNewForms } from '../../src/records/card/new-forms.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { parseRecord } from '../../src/records/store/parse-record.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { createAnnounce } from '../../src/schedule/announce.ts';
import { occurrenceModel } from '../../src/schedule/occurrence-model.ts';
import { createOccurrences } from '../../src/schedule/occurrence-repository.ts';
import { createSendFile } from '../../src/schedule/send-file.ts';
import { scriptAdapter } from '../outbox/scripted-adapter.ts';
import { type Engine, openEngine } from './engine.ts';

type Unsent<Kind extends Interaction['kind']> = Omit<
  Extract<Interaction, { kind: Kind }>,
  'kind' | 'id' | 'platform' | 'workspace' | 'userId' | 'direct'
>;

/** A conversation with the bot without a platform: what is said reaches the real router, commands, records and database. */
export interface Conversation {
  readonly engine: Engine;
  /** Everything sent to people in addition to the answers: receiver and content, in order. */
  told(): Promise<readonly (readonly [personId: string, content: unknown])[]>;
  readonly organisation: OrgStore;
  readonly claims: Claims;
  /** Lines of the log. */
  readonly logged: string[];
  /** `/finding new` is sent with a noun and a text, anything else with its text alone. */
  say(who: string, text: string, noun?: string): Promise<Reply>;
  press(who: string, action: string, value?: ButtonValue, more?: Partial<Unsent<'press'>>): Promise<Reply>;
  submit(who: string, form: string, context: ButtonValue, answers: Answers, id?: string): Promise<Reply>;
  /** Uses a shortcut, on a message if one is given; sends a message that is more than a command; opens one's home. */
  shortcut(who: string, action: string, on?: Partial<Unsent<'shortcut'>>, id?: string): Promise<Reply>;
  write(who: string, text: string, more?: Partial<Unsent<'message'>>, id?: string): Promise<Reply>;
  open(who: string): Promise<Reply>;
  /** The messages at places on the platform, for reading. */
  readonly readings: Map<string, MessageReading>;
  /** The number of a finding that Emily has just reported. */
  reported(): Promise<string>;
  close(): Promise<void>;
}

/** The largest file the room's platform accepts. */
const LARGEST = 30_000_000;

/** Opens a room in the organisation of tests, with the record types and the commands that there are or others. */
export async function openConversation(
  org?: Organisation,
  pages: Partial<CustomerPages> = {},
  types?: readonly RecordType<unknown>[],
  command = answerCommand,
): Promise<Conversation> {
  const engine = await openEngine(types, org);
  const clock = { now: () => engine.now() };
  const organisation = createOrgStore(engine.connection, clock);
  await organisation.seed(engine.org.data);
  const announce = createAnnounce({
    occurrences: createOccurrences(engine.connection),
    routes: () => new Set(['console:local']),
    clock,
    written: () => undefined,
  });
  const sendFile = createSendFile({
    occurrences: createOccurrences(engine.connection),
    routes: () => new Set(['console:local']),
    clock,
    written: () => undefined,
  });
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const readings = new Map<string, MessageReading>();
  const adapter: ChatAdapter = {
    ...scriptAdapter(clock),
    read: async ({ message }) => readings.get(message) ?? { found: 'no', because: 'deleted' },
    user: async (userId) =>
      userId === 'guest' || userId === 'newcomer'
        ? { userId, name: '外来者 Guest', kind: userId === 'guest' ? 'guest' : 'member' }
        : null,
  };
  const adapters = new Map<string, ChatAdapter>([['console:local', adapter]]);
  const received = createInboxRepository(engine.connection);
  const claims = createClaims(engine.connection, clock);
  const admin = createAdminDesk({
    stores: [
      createEffectStore('records', recordModel(engine.connection), (row) => parseRecord(row, engine.registry)),
      createEffectStore('occurrences', occurrenceModel(engine.connection), null),
      createEffectStore('inbox', inboxModel(engine.connection), null),
    ],
    connection: engine.connection,
    registry: engine.registry,
    storage: 'embedded',
    routes: () => new Set(['console:local']),
    inbox: () => ({
      givenUp: (limit) => received.givenUp(limit),
      retry: (key, action) => received.retry(key, action),
      drop: (key, action) => received.drop(key, action),
    }),
    coming: async () => nextJobs(await organisation.load(), clock.now()),
    clock,
    log,
    kick: () => undefined,
  });
  const handle = createRouter({
    contextOf: createIdentify({
      tools: {
        ...engine,
        newForms: createNewForms(),
        organisation,
        announce,
        sendFile,
        admin,
        chat: createChatReader(adapters),
        customerPages: { reachable: () => false, linkTo: async () => null, withdraw: async () => 0, ...pages },
        fileAccess: { linkTo: () => null, carries: (bytes) => bytes <= LARGEST },
      },
      clock,
      organisation,
      adapters,
      claim: createClaim({ claims, organisation, adapters, announce, log }),
      linked: () => Promise.resolve(),
    }),
    localeOf: ({ locale }) => locale,
    command,
    press: answerPress,
    submit: answerSubmit,
    shortcut: answerShortcut,
    message: answerMessage,
    opened: (_opened, context) => drawHome(context),
    failed: answerFailure(log),
  });
  let count = 0;
  const from = (userId: string, id?: string) => {
    count += 1;
    return { id: id ?? `interaction-${count}`, platform: 'console', workspace: 'local', userId, direct: true };
  };
  return {
    engine,
    organisation,
    claims,
    logged,
    say: (who, text, noun) =>
      handle(interactionSchema.parse({ ...from(who), kind: 'command', noun: noun ?? null, text })),
    press: (who, action, value = {}, more = {}) =>
      handle(interactionSchema.parse({ ...from(who), kind: 'press', action, value, ...more })),
    submit: (who, form, context, answers, id) =>
      handle(interactionSchema.parse({ ...from(who, id), kind: 'submit', form, context, answers })),
    shortcut: (who, action, on = {}, id) =>
      handle(interactionSchema.parse({ ...from(who, id), kind: 'shortcut', action, ...on })),
    write: (who, text, more = {}, id) =>
      handle(
        interactionSchema.parse({
          ...from(who, id),
          kind: 'message',
          text,
          message: messageOf('own', { text, author: { kind: 'person', userId: who } }),
          forwards: false,
          ...more,
        }),
      ),
    open: (who) => handle(interactionSchema.parse({ ...from(who), kind: 'opened' })),
    readings,
    async reported() {
      count += 1;
      const request = {
        type: 'finding',
        answers: { what: '值班日志缺少两天的巡检记录', where: '机房 B' },
        actor: { kind: 'person', id: 'emily', via: 'console' },
        origin: `reported-${count}`,
      } as const;
      const created = await engine.records.create(request);
      if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
      return created.record.number;
    },
    async told() {
      const turns = await occurrenceModel(engine.connection).find({ status: 'done' }).sort({ dueAt: 1 }).lean();
      return turns.flatMap(({ effects }) => effects.map(({ personId, content }) => [personId, content] as const));
    },
    close: () => engine.stop(),
  };
}

/** A message in the general channel; Liu Yang wrote it on Monday at nine. */
export function messageOf(message: string, more: Partial<Message> = {}): Message {
  return {
    place: { platform: 'console', workspace: 'local', channel: 'general', message },
    author: { kind: 'person', userId: 'liu-yang' },
    sentAt: '2026-11-23T01:00:00.000Z',
    text: '3号机房门禁坏了',
    files: [],
    ...more,
  };
}

/** All text in a reply: a toast's words, a form's title and fields, a card's title, parts and buttons. */
export function textOf(reply: Reply): string {
  switch (reply.kind) {
    case 'toast':
      return toPlainText(reply.text);
    case 'form':
      return [reply.form.title, ...reply.form.fields.map(({ label }) => label)].join('\n');
    case 'errors':
      return [reply.general ?? '', ...Object.values(reply.errors)].join('\n');
    case 'card':
      return textOfCard(reply.card);
    case 'nothing':
      return '';
    default:
      return reply satisfies never;
  }
}

/** A card as lines of text. */
export function textOfCard({ title, blocks }: Card): string {
  const lines = blocks.map((block) => {
    switch (block.kind) {
      case 'text':
      case 'quote':
      case 'note':
        return toPlainText(block.text);
      case 'heading':
        return block.text;
      case 'facts':
        return block.facts.map(({ label, value }) => `${label}: ${toPlainText(value)}`).join('\n');
      case 'lines':
        return block.lines
          .map(({ text, button }) => `${toPlainText(text)}${button ? ` [${button.label}]` : ''}`)
          .join('\n');
      case 'buttons':
        return block.buttons.map(({ label }) => `[${label}]`).join(' ');
      case 'chart':
        return `${block.title}: ${block.alt}`;
      case 'handwriting':
        return block.alt;
      case 'divider':
        return '--';
      default:
        return block satisfies never;
    }
  });
  return [title, ...lines].join('\n');
}
