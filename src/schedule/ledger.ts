import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { Organisation } from '../org/organisation.ts';
import type { Registry } from '../records/registry.ts';
import type { Routes } from '../records/shape/address.ts';
import type { DueLists } from '../records/shape/due-query.ts';
import { waiting } from '../records/shape/effect.ts';
import type { Reports } from '../records/shape/report-query.ts';
import type { Facts } from '../records/store/facts-repository.ts';
import { occurrenceKey, type PeriodicJob } from './define-job.ts';
import type { Occurrences, WaitingOccurrence } from './occurrence-repository.ts';

/** How long an occurrence is leased to the process that started it. A run takes a few queries; anything longer is a crash. */
const LEASE_MS = 2 * 60_000;
const FIRST_RETRY_MS = 60_000;
const LAST_RETRY_MS = 15 * 60_000;
const BATCH = 100;

/** Keeps track of all occurrences of periodic work, and runs each once. */
export interface Ledger {
  /**
   * Notes the occurrences due at the clock's current time and runs those not done yet, on whichever process comes first. A failure does not stop the
   * others. Ends early at shutdown. Fails as the database does.
   */
  sweep(): Promise<void>;
}

/** What the ledger is built from. */
export interface LedgerParts {
  readonly jobs: readonly PeriodicJob[];
  readonly occurrences: Occurrences;
  readonly dues: DueLists;
  readonly reports: Reports;
  readonly facts: Facts;
  readonly registry: Registry;
  readonly organisation: () => Promise<Organisation>;
  readonly routes: () => Routes;
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether the program is shutting down; the remaining work is done by the next sweep, on any process. */
  readonly stopping: () => boolean;
  /** Called with the key of each occurrence that has effects, so that the outbox need not wait for its next poll. */
  readonly written: (key: string) => void;
}

/** Creates a ledger. */
export function createLedger({
  jobs,
  occurrences,
  dues,
  reports,
  facts,
  registry,
  organisation,
  routes,
  clock,
  log,
  stopping,
  written,
}: LedgerParts): Ledger {
  const byName = new Map(jobs.map((job) => [job.name, job]));

  async function work(turn: WaitingOccurrence, org: Organisation): Promise<void> {
    const key = occurrenceKey(turn);
    const now = clock.now();
    if (turn.until <= now) {
      if (await occurrences.miss(key, now)) log.warn({ occurrence: key }, 'occurrence missed');
      return;
    }
    // A name for this attempt only: two sweeps of one process must not both hold an occurrence.
    const by = randomUUID();
    if (!(await occurrences.claim(key, by, now, new Date(now.getTime() + LEASE_MS)))) return;
    try {
      const job = byName.get(turn.job);
      if (!job) throw new AppError('schedule.unknownJob', { job: turn.job });
      const intents = await job.run(turn, { org, now, dues, reports, facts, registry, routes: routes() });
      const effects = intents.map((intent) => waiting(intent, now));
      if (!(await occurrences.finish(key, by, effects, now))) return;
      log.info({ occurrence: key, effects: effects.length }, 'occurrence done');
      if (effects.length > 0) written(key);
    } catch (error) {
      log.error({ occurrence: key, err: error }, 'occurrence failed');
      const waitMs = Math.min(FIRST_RETRY_MS * 2 ** turn.attempts, LAST_RETRY_MS);
      await occurrences.putOff(key, by, new Date(clock.now().getTime() + waitMs));
    }
  }

  /** The occurrences a job finds due; if it fails here, it finds none, and the other jobs continue. */
  function dueOf(job: PeriodicJob, org: Organisation) {
    try {
      return job.occurrencesDue(org, clock.now()).map((turn) => ({ ...turn, job: job.name }));
    } catch (error) {
      log.error({ job: job.name, err: error }, 'job cannot tell what is due');
      return [];
    }
  }

  return {
    async sweep() {
      const org = await organisation();
      await occurrences.add(jobs.flatMap((job) => dueOf(job, org)));
      for (const turn of await occurrences.waiting(clock.now(), BATCH)) {
        if (stopping()) return;
        await work(turn, org);
      }
    },
  };
}
