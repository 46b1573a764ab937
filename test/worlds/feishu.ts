import Fastify from 'fastify';
import { pino } from 'pino';
import { createFeishuAdapter } from '../../adapters/feishu/create-adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { ChatAdapter, InteractionHandler } from '../../src/chat/port.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { type FeishuStandIn, startFeishuStandIn } from '../stand-ins/feishu/start-feishu-stand-in.ts';
import type { Message } from '../stand-ins/feishu/world.ts';

export const keys = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'app-secret-of-the-tests',
  encryptKey: 'encrypt-key-of-the-tests',
  verificationToken: 'verification-token-of-the-tests',
};

export const liNa = { openId: 'ou_11111111111111111111111111111111', name: '李娜', email: 'li.na@example.com' };
export const wangWei = { openId: 'ou_22222222222222222222222222222222', name: '王伟', mobile: '+8613800000000' };
export const stranger = {
  openId: 'ou_33333333333333333333333333333333',
  name: 'Outsider',
  tenantKey: 'another-tenant',
};
export const group = 'oc_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

/** A card with little on it. */
export const card: Card = {
  title: '不符合项 FD-2026-0001',
  tone: 'action',
  summary: '不符合项 FD-2026-0001 待批准',
  blocks: [
    { kind: 'text', text: words('机房门禁记录缺失') },
    { kind: 'buttons', buttons: [{ action: 'finding.approve', label: '批准', value: { record: 'r1', round: 1 } }] },
  ],
};

/** A form with little in it. */
export const form: Form = {
  id: 'finding.create',
  title: '报告不符合',
  submit: '提交',
  cancel: '取消',
  context: { draft: 'd1' },
  fields: [
    { kind: 'longText', name: 'seen', label: '看到了什么', required: true },
    { kind: 'text', name: 'where', label: '地点', required: false },
  ],
};

/** The adapter over real HTTP against the stand-in, with a handler of the test's own on the other side. */
export interface OpenFeishuAdapter {
  readonly feishu: FeishuStandIn;
  readonly adapter: ChatAdapter;
  /** What came through the port. */
  readonly interactions: Interaction[];
  /** What was taken in and nobody waits for. */
  readonly kept: Interaction[];
  /** The next that is to be taken in meets a database that is away. */
  loseNext(): void;
  /** What the handler answers from now on. */
  answerWith(handler: InteractionHandler): void;
  /** Moves the clock that both sides see. */
  pass(milliseconds: number): void;
  /** What was logged. */
  readonly logged: string[];
  close(): Promise<void>;
}

export async function openFeishuAdapter({
  start = true,
  mode = 'http',
}: {
  readonly start?: boolean;
  readonly mode?: 'http' | 'ws';
} = {}): Promise<OpenFeishuAdapter> {
  let moved = 0;
  const clock = { now: () => new Date(Date.now() + moved) };
  const feishu = await startFeishuStandIn({ ...keys, clock, tenantKey: 'our-tenant' });
  for (const person of [liNa, wangWei, stranger]) feishu.world.addPerson(person);
  feishu.world.addGroup(group);
  const interactions: Interaction[] = [];
  const kept: Interaction[] = [];
  let losing = false;
  const logged: string[] = [];
  let handler: InteractionHandler = async () => ({ kind: 'nothing' });
  const http = Fastify();
  const adapter = await createFeishuAdapter({
    ...keys,
    domain: feishu.url,
    mode,
    http,
    clock,
    log: pino({ level: 'debug' }, { write: (line: string) => logged.push(line) }),
    nouns: ['finding', 'action'],
    // Feishu's three seconds stand, in the stand-in; the adapter keeps far inside them, however busy the machine.
    within: { work: 500, answer: 800, push: 1_500 },
    accept: async (interaction) => {
      const lost = losing;
      losing = false;
      if (lost) throw new Error('the database is away');
      kept.push(interaction);
    },
    handle: (interaction) => {
      interactions.push(interaction);
      return handler(interaction);
    },
  });
  const url = await http.listen({ port: 0, host: '127.0.0.1' });
  if (mode === 'http') feishu.eventsUrl = `${url}/feishu/events`;
  if (start) await adapter.start();
  return {
    feishu,
    adapter,
    interactions,
    kept,
    loseNext: () => {
      losing = true;
    },
    logged,
    answerWith: (next) => {
      handler = next;
    },
    pass: (milliseconds) => {
      moved += milliseconds;
    },
    async close() {
      await adapter.stop();
      await http.close();
      await feishu.close();
    },
  };
}

/** A test with a harness of its own, so that tests that wait can wait side by side. */
export const withFeishuAdapter = (body: (harness: OpenFeishuAdapter) => Promise<void>) => async () => {
  const harness = await openFeishuAdapter();
  try {
    await body(harness);
  } finally {
    await harness.close();
  }
};

/** Makes the handler wait; what is given back lets it answer. */
export function holdHandler(harness: OpenFeishuAdapter): (reply: Reply) => void {
  let release: (reply: Reply) => void = () => undefined;
  const reply = new Promise<Reply>((resolve) => {
    release = resolve;
  });
  harness.answerWith(() => reply);
  return (answer) => release(answer);
}

/** The newest message of a chat, or of a person's direct conversation. */
export function newestIn(harness: OpenFeishuAdapter, chatOrPerson: string): Message {
  const message = harness.feishu.world.messagesIn(chatOrPerson).at(-1);
  if (!message) throw new Error('no message');
  return message;
}
