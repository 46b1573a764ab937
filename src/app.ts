import type { Logger } from 'pino';
import { periodicJobs } from '../jobs/index.ts';
import { type Closing, createClosing } from './app/closing.ts';
import { createCompleteConsole } from './app/complete-console.ts';
import { createConsoleUploads } from './app/console-uploads.ts';
import { openAdapters } from './app/open-adapters.ts';
import { wireConversation } from './app/wire-conversation.ts';
import { wireIntake } from './app/wire-intake.ts';
import { wirePages } from './app/wire-pages.ts';
import { wireRecords } from './app/wire-records.ts';
import { wireSchedule } from './app/wire-schedule.ts';
import type { ChatAdapter } from './chat/port.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config/config.ts';
import { createOpenLink } from './files/file-access.ts';
import { createHttp } from './http/create-http.ts';
import { registerFiles } from './http/serve-files.ts';
import { registerIntake } from './http/serve-intake.ts';
import { registerPages } from './http/serve-pages.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { Claims } from './org/claim-repository.ts';
import type { Organisation } from './org/organisation.ts';
import type { OutboxOptions } from './outbox/options.ts';
import type { Records } from './records/records.ts';
import type { Routes } from './records/shape/address.ts';
import { runAgenda } from './schedule/run-agenda.ts';
import { connectStorage, type Storage } from './storage/connect.ts';
import { createConsoleMessages } from './storage/console-message-repository.ts';

/** Whether nobody could administer the bot: a chat platform is configured, and no administrator has an identity on any. */
function needsAdministrator(org: Organisation, routes: Routes): boolean {
  const real = [...routes].filter((route) => !route.startsWith('console:'));
  const isReached = ({ identities }: Organisation['people'][number]) =>
    identities.some(({ platform, workspace }) => real.includes(`${platform}:${workspace}`));
  return real.length > 0 && !org.peopleWith('admin').some(isReached);
}

/** A one-time code if nobody could administer the bot; otherwise null. */
async function invite(claims: Claims, org: Organisation, routes: Routes): Promise<string | null> {
  return needsAdministrator(org, routes) ? claims.issue(null) : null;
}

/** The result of the work; rejects with the signal's reason once it is aborted. The work continues, and its outcome is ignored. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  const aborted = new Promise<never>((_resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  return Promise.race([work, aborted]);
}

/** Options for `createApp`. Tests pass a clock they control, and shorter leases. */
export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly outbox?: Partial<OutboxOptions>;
  /** False: after startup only `sweep` does periodic work, whatever minute the machine's clock shows. */
  readonly wakes?: boolean;
  /** Aborts startup. Has no effect once the app has started. */
  readonly stopping?: AbortSignal;
}

/** The whole bot, wired and started. */
export interface App {
  /** The URL its HTTP server listens on. */
  readonly url: string;
  readonly storage: 'mongodb' | 'embedded';
  readonly records: Records;
  /** Events received from platforms that nobody is waiting for an answer to. */
  readonly inbox: Pick<Inbox, 'givenUp' | 'retry' | 'drop'>;
  /** A one-time code for the first administrator if none is linked yet; otherwise null. It is shown nowhere else. */
  readonly invitation: string | null;
  /** Carries out everything that is due now: for tests, and for a thorough shutdown. */
  drain(): Promise<void>;
  /** Does the periodic work that is due now. */
  sweep(): Promise<void>;
  /** Resolves if something the app cannot run without has died. */
  readonly failed: Promise<Error>;
  /** Stops accepting work, finishes what is in progress, and closes. */
  stop(): Promise<void>;
}

/**
 * Wires and starts everything. Fails before listening if a setting, the database or a platform is not usable, and with the reason of `stopping` if
 * that is aborted first.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const closing = createClosing();
  try {
    return await unlessAborted(open(options, closing), options.stopping);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function open(options: AppOptions, closing: Closing): Promise<App> {
  const { config, log } = options;
  const storage = await connectStorage({ mongoUri: config.mongodbUri, dataDir: config.dataDir, log });
  closing.add(() => storage.stop());
  return wire(options, storage, closing);
}

async function wire(options: AppOptions, storage: Storage, closing: Closing): Promise<App> {
  const { config, log, clock = systemClock, outbox: outboxOptions, wakes = true } = options;
  const { connection } = storage;
  const adapters = new Map<string, ChatAdapter>();
  const routes = () => new Set(adapters.keys());
  let url = '';

  const context = { config, log, clock, outboxOptions, connection, adapters, routes };
  const parts = await wireRecords(context);
  const { organisation, registry, finders, records, files, outbox } = parts;
  const schedule = wireSchedule(context, parts);
  const { routes: pageRoutes, customerPages } = await wirePages(context, parts, () => url);
  const { handle, inbox, links, claims } = await wireConversation(context, parts, schedule, {
    storage: storage.kind,
    url: () => url,
    customerPages,
  });

  const http = createHttp({ log, ready: () => storage.answers(), trustProxy: config.trustProxy });
  registerFiles(http, createOpenLink({ links, records, files, organisation, clock }));
  registerIntake(http, wireIntake(context, parts));
  registerPages(http, pageRoutes);
  for (const adapter of await openAdapters({
    config,
    http,
    handle,
    accept: inbox.accept,
    clock,
    log,
    organisation,
    messages: createConsoleMessages(connection),
    uploads: createConsoleUploads(files, organisation),
    complete: createCompleteConsole({ registry, ...finders }, organisation, clock),
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
  const agenda = await runAgenda({
    db: connection.getClient().db(connection.name),
    jobs: periodicJobs,
    ledger: schedule,
    org: await organisation.load(),
    log,
    wakes,
  });
  closing.add(() => {
    schedule.end();
    return agenda.stop();
  });

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
    sweep: () => schedule.sweep(),
    stop: () => closing.close(),
  };
}
