import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { drawHome } from '../commands/desk/draw-home.ts';
import { answerCommand, answerPress, answerSubmit } from '../commands/index.ts';
import { answerMessage } from '../commands/message.ts';
import { answerShortcut } from '../commands/shortcut.ts';
import { periodicJobs } from '../jobs/index.ts';
import { createAdminDesk } from './app/admin-desk.ts';
import { announceLink } from './app/announce-link.ts';
import { answerFailure } from './app/answer-failure.ts';
import { createChatReader } from './app/chat-reader.ts';
import { createClaim } from './app/claim.ts';
import { type Closing, createClosing } from './app/closing.ts';
import { createConsoleUploads } from './app/console-uploads.ts';
import { createCoreEffects } from './app/core-effects.ts';
import { createFetching } from './app/fetch-evidence.ts';
import { createFileAccess, createOpenLink } from './app/file-access.ts';
import { createFinders } from './app/finders.ts';
import { invite } from './app/first-administrator.ts';
import { createIdentify } from './app/identify.ts';
import { openAdapters } from './app/open-adapters.ts';
import { openFiles } from './app/open-files.ts';
import { createDrawing } from './app/outbox-drawing.ts';
import { createPreviews } from './app/previews.ts';
import { createReckoning } from './app/reckon-deadlines.ts';
import { refileAtStart } from './app/refile-at-start.ts';
import { seedOrganisation } from './app/seed-organisation.ts';
import type { ChatAdapter } from './chat/port.ts';
import { createRouter } from './chat/router.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createFileLinks } from './files/file-link.ts';
import { sharedSecret } from './files/secret-repository.ts';
import { createHttp } from './http/create-http.ts';
import { registerFiles } from './http/serve-files.ts';
import { createInbox, type Inbox } from './inbox/inbox.ts';
import { inboxModel } from './inbox/inbox-model.ts';
import { createInboxRepository } from './inbox/inbox-repository.ts';
import { createClaims } from './org/claim-repository.ts';
import { createOrgStore } from './org/org-store.ts';
import { createEffectStore } from './outbox/effect-repository.ts';
import { createLeases } from './outbox/lease-repository.ts';
import type { OutboxOptions } from './outbox/options.ts';
import { createOutbox } from './outbox/outbox.ts';
import { recordTypes } from './quality/index.ts';
import { createCounters } from './records/counter-repository.ts';
import { createDueLists } from './records/due-repository.ts';
import { parseRecord } from './records/parse-record.ts';
import { createProvisional } from './records/provisional-repository.ts';
import { recordModel } from './records/record-model.ts';
import { createRecordRepository } from './records/record-repository.ts';
import { createRecords, type Records } from './records/records.ts';
import { createRegistry } from './records/registry.ts';
import { renewalOf } from './records/renewal.ts';
import { createReports } from './records/report-repository.ts';
import { createAnnounce } from './schedule/announce.ts';
import { createLedger } from './schedule/ledger.ts';
import type { NextJobs } from './schedule/next-jobs.ts';
import { occurrenceModel } from './schedule/occurrence-model.ts';
import { createOccurrences } from './schedule/occurrence-repository.ts';
import { runAgenda } from './schedule/run-agenda.ts';
import { createSendFile } from './schedule/send-file.ts';
import { connectStorage, type Storage } from './storage/connect.ts';
import { createConsoleMessages } from './storage/console-message-repository.ts';

/** What an app is made with. A test gives a clock that it moves, and shorter leases. */
export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly outbox?: Partial<OutboxOptions>;
}

/** The whole bot, wired and started. */
export interface App {
  /** Where its HTTP front listens. */
  readonly url: string;
  readonly storage: 'mongodb' | 'embedded';
  readonly records: Records;
  /** What was received and nobody waits for. */
  readonly inbox: Pick<Inbox, 'givenUp' | 'retry' | 'drop'>;
  /** A one-time code for the first administrator, where none is linked yet; else null. It is told nowhere else. */
  readonly invitation: string | null;
  /** Carries out everything that is due now: for tests, and for a shutdown that wants to be thorough. */
  drain(): Promise<void>;
  /** Does the periodic work that is due now. */
  sweep(): Promise<void>;
  /** Resolves if something without which it cannot go on has died. */
  readonly failed: Promise<Error>;
  /** Takes nothing more, finishes what is under way, and closes. */
  stop(): Promise<void>;
}

/** Wires and starts everything. Fails before it listens when a setting, the database or a platform is not as it must be. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log } = options;
  const closing = createClosing();
  try {
    const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
    closing.add(() => storage.stop());
    return await wire(options, storage, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function wire(options: AppOptions, storage: Storage, closing: Closing): Promise<App> {
  const { config, log, clock = systemClock, outbox: outboxOptions } = options;
  const { connection } = storage;
  const organisation = createOrgStore(connection, clock);
  await seedOrganisation(organisation, config.orgFile, log);

  const registry = createRegistry(recordTypes);
  await refileAtStart(connection, registry, log);
  const adapters = new Map<string, ChatAdapter>();
  const routes = () => new Set(adapters.keys());
  const records = createRecords({
    repository: createRecordRepository(connection, registry),
    registry,
    counters: createCounters(connection),
    clock,
    organisation: () => organisation.load(),
    routes,
    changed: (id) => outbox.kick(id),
  });
  const stores = [
    createEffectStore('records', recordModel(connection), (row) => parseRecord(row, registry)),
    createEffectStore('occurrences', occurrenceModel(connection), null),
    createEffectStore('inbox', inboxModel(connection), null),
  ];
  const finders = createFinders(connection);
  const { files, sweepFiles } = openFiles(connection, clock, records);
  const links = createFileLinks(await sharedSecret(connection, 'file-links'), clock);
  const outbox = createOutbox({
    stores,
    adapters,
    draw: createDrawing({ organisation, registry, clock, finders, records, files }),
    core: createCoreEffects(records),
    renewal: async (card, record, stretch) => renewalOf(card, record, await organisation.load(), stretch),
    fetching: createFetching({ records, files, organisation }),
    leases: createLeases(connection),
    clock,
    log,
    me: randomUUID(),
    ...(outboxOptions && { options: outboxOptions }),
  });
  const occurrences = createOccurrences(connection);
  const written = (key: string) => outbox.kick(key, 'occurrences');
  const reports = createReports(connection, registry);
  const ledger = createLedger({
    jobs: periodicJobs,
    occurrences,
    dues: createDueLists(connection, registry),
    reports,
    registry,
    organisation: () => organisation.load(),
    routes,
    clock,
    log,
    written,
  });
  const sendFile = createSendFile({ occurrences, routes, clock, written });
  const announce = createAnnounce({ occurrences, routes, clock, written });
  const chat = createChatReader(adapters);
  const previews = createPreviews({ reports, registry });
  let nextJobs: NextJobs = () => Promise.resolve([]);
  const admin = createAdminDesk({
    stores,
    connection,
    registry,
    storage: storage.kind,
    routes,
    inbox: () => inbox,
    nextJobs: () => nextJobs,
    clock,
    log,
    kick: (id, store) => outbox.kick(id, store),
  });
  const claims = createClaims(connection, clock);
  let url = '';
  const fileAccess = createFileAccess(links, { publicUrl: config.publicUrl, ownUrl: () => url, adapters });
  const tools = {
    previews,
    records,
    registry,
    ...finders,
    chat,
    organisation,
    announce,
    sendFile,
    admin,
    fileAccess,
  };
  const handle = createRouter({
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
  const inbox = createInbox({
    repository: createInboxRepository(connection),
    handle,
    adapters,
    written: (key) => outbox.kick(key, 'inbox'),
    clock,
    log,
  });
  const http = createHttp({ log, ready: () => storage.answers() });
  const messages = createConsoleMessages(connection);
  const uploads = createConsoleUploads(files, organisation);
  registerFiles(http, createOpenLink({ links, records, files, organisation, clock }));
  for (const adapter of await openAdapters({
    config,
    http,
    handle,
    accept: inbox.accept,
    clock,
    log,
    organisation,
    messages,
    uploads,
  })) {
    adapters.set(`${adapter.platform}:${adapter.workspace}`, adapter);
  }
  closing.add(() => outbox.stop());
  closing.add(() => inbox.stop());
  closing.add(() => http.close());
  url = await http.listen({ host: config.host, port: config.port });
  for (const adapter of adapters.values()) {
    closing.add(() => adapter.stop());
    await adapter.start();
  }
  outbox.start();
  inbox.start();
  const reckonDeadlines = createReckoning({
    records,
    provisional: createProvisional(connection, registry),
    organisation: () => organisation.load(),
    clock,
    log,
  });
  const sweep = async () => {
    await reckonDeadlines();
    await ledger.sweep();
    await sweepFiles();
  };
  const agenda = await runAgenda({
    db: connection.getClient().db(connection.name),
    jobs: periodicJobs,
    ledger: { sweep },
    org: await organisation.load(),
    log,
  });
  closing.add(() => agenda.stop());
  nextJobs = agenda.next;

  return {
    url,
    storage: storage.kind,
    records,
    failed: storage.failed,
    inbox,
    invitation: await invite(claims, await organisation.load(), routes()),
    async drain() {
      await inbox.drain();
      await outbox.drain();
    },
    sweep,
    stop: () => closing.close(),
  };
}
