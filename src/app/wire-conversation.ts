import { drawHome } from '../../commands/desk/draw-home.ts';
import { createChatReader } from '../../commands/evidence/chat-reader.ts';
import { answerCommand, answerPress, answerSubmit } from '../../commands/index.ts';
import { answerMessage } from '../../commands/message.ts';
import type { CustomerPages } from '../../commands/pages/customer-pages.ts';
import { createClaim } from '../../commands/people/claim.ts';
import { createIdentify } from '../../commands/people/identify.ts';
import { announceLink } from '../../commands/people/linked-notice.ts';
import { answerShortcut } from '../../commands/shortcut.ts';
import { nextJobs } from '../../jobs/next/next-jobs.ts';
import type { InteractionHandler } from '../chat/port.ts';
import { createRouter } from '../chat/router.ts';
import { createFileAccess } from '../files/file-access.ts';
import { createFileLinks } from '../files/file-link.ts';
import { sharedSecret } from '../files/secret-repository.ts';
import { createInbox } from '../inbox/inbox.ts';
import { createInboxRepository } from '../inbox/inbox-repository.ts';
import { createClaims } from '../org/claim-repository.ts';
import { createNewForms } from '../records/card/new-forms.ts';
import type { Storage } from '../storage/connect.ts';
import { createAdminDesk } from './admin-desk.ts';
import { answerFailure } from './answer-failure.ts';
import type { RecordParts } from './wire-records.ts';
import type { ScheduleParts } from './wire-schedule.ts';
import type { AppContext } from './wiring.ts';

/** What a conversation needs that is known only once the app is running. */
interface Later {
  readonly storage: Storage['kind'];
  /** The URL the HTTP server listens on. */
  readonly url: () => string;
  readonly customerPages: CustomerPages;
}

/** From an interaction to its answer: the commands' tools, the router, and the inbox for events that nobody is waiting for. */
export async function wireConversation(context: AppContext, parts: RecordParts, schedule: ScheduleParts, later: Later) {
  const { config, log, clock, connection, adapters, routes } = context;
  const { organisation, registry, records, stores, finders, outbox } = parts;
  const { reports, announce, sendFile } = schedule;
  const links = createFileLinks(await sharedSecret(connection, 'file-links'), clock);
  const claims = createClaims(connection, clock);
  const admin = createAdminDesk({
    stores,
    connection,
    registry,
    storage: later.storage,
    routes,
    inbox: () => inbox,
    coming: async () => nextJobs(await organisation.load(), clock.now()),
    clock,
    log,
    kick: (id, store) => outbox.kick(id, store),
  });
  const tools = {
    records,
    reports,
    registry,
    newForms: createNewForms(),
    ...finders,
    chat: createChatReader(adapters),
    organisation,
    announce,
    sendFile,
    admin,
    customerPages: later.customerPages,
    fileAccess: createFileAccess(links, { publicUrl: config.publicUrl, ownUrl: later.url, adapters }),
  };
  const answer = createRouter({
    contextOf: createIdentify({
      tools,
      clock,
      organisation,
      adapters,
      claim: createClaim({ claims, organisation, adapters, announce, log }),
      linked: announceLink(announce),
    }),
    localeOf: ({ locale }) => locale,
    command: answerCommand,
    press: answerPress,
    submit: answerSubmit,
    shortcut: answerShortcut,
    message: answerMessage,
    opened: (_opened, context) => drawHome(context),
    failed: answerFailure(log),
  });
  const handle: InteractionHandler = (interaction) => outbox.serve(() => answer(interaction));
  const inbox = createInbox({
    repository: createInboxRepository(connection),
    handle,
    adapters,
    written: (key) => outbox.kick(key, 'inbox'),
    clock,
    log,
  });
  return { handle, inbox, links, claims };
}
