import { randomUUID } from 'node:crypto';
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Logger } from 'pino';
import type { Organisation } from '../org/organisation.ts';
import type { PeriodicJob } from './define-job.ts';
import type { Ledger } from './ledger.ts';

type BackendDb = Extract<ConstructorParameters<typeof MongoBackend>[0], { mongo: unknown }>['mongo'];

/** What wakes the ledger. */
export interface AgendaParts {
  /** The database that stores its jobs. */
  readonly db: BackendDb;
  readonly jobs: readonly PeriodicJob[];
  readonly ledger: Ledger;
  readonly org: Organisation;
  readonly log: Logger;
  /** Whether it wakes the ledger after startup (the default); otherwise it only notes when it would. */
  readonly wakes?: boolean;
  /** How often Agenda checks its own jobs, in ms. */
  readonly processEveryMs?: number;
}

/** A running Agenda. */
export interface RunningAgenda {
  /**
   * Waits for a running sweep and unlocks what is locked; the database must still be there. Agenda leaves timers behind that only keep the process
   * alive, for up to half the lock's lifetime.
   */
  stop(): Promise<void>;
}

/** A killed sweep must not keep others from sweeping: Agenda's lock lasts ten minutes by default. */
const LOCK_MS = 50_000;

const COLLECTION = 'agenda_jobs';

/**
 * Has Agenda wake the ledger: every minute, and at each job's own time by its zone's clock. Nothing depends on any single run: Agenda does not repeat
 * a killed run, and overwrites an overdue one at the next start, but unfinished work stays in the ledger and is done by the next sweep, the first of
 * which runs here.
 */
export async function runAgenda({
  db,
  jobs,
  ledger,
  org,
  log,
  wakes = true,
  processEveryMs = 5_000,
}: AgendaParts): Promise<RunningAgenda> {
  // Agenda writes its name to each job that it locks.
  const me = randomUUID();
  const agenda = new Agenda({
    name: me,
    backend: new MongoBackend({ mongo: db, collection: COLLECTION }),
    processEvery: processEveryMs,
    defaultLockLifetime: LOCK_MS,
    defaultConcurrency: 1,
  });
  let stopping = false;
  agenda.on('error', (error: Error) => {
    // When drained, Agenda does not wait for its own database requests; nobody waits for the result.
    if (!stopping) log.warn({ err: error }, 'agenda cannot reach the database');
  });
  agenda.on('fail', (error: Error | string) => log.warn({ err: error }, 'sweep failed'));
  await agenda.ready;
  const times = [
    { name: 'sweep', cron: '* * * * *', zone: 'UTC' },
    ...jobs.flatMap((job) =>
      job.cronTimes(org).map((time) => ({ ...time, name: `${job.name} ${time.cron} ${time.zone}` })),
    ),
  ];
  for (const { name } of times) {
    agenda.define(name, (_job, done) => {
      ledger.sweep().then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error('sweep failed')),
      );
    });
  }
  for (const { name, cron, zone } of times) {
    await agenda.every(cron, name, undefined, { timezone: zone, skipImmediate: true });
  }
  // Times that the organization no longer uses.
  await agenda.purge();
  await ledger.sweep();
  if (wakes) await agenda.start();
  return {
    async stop() {
      stopping = true;
      await agenda.drain();
      // Agenda locks jobs seconds before they are due; the next process would find them locked when they are.
      const locked = { lastModifiedBy: me, lockedAt: { $ne: null } };
      await db.collection(COLLECTION).updateMany(locked, { $unset: { lockedAt: true } });
    },
  };
}
