import { createClockReminding } from '../../jobs/clock-reminders/remind-of-clocks.ts';
import { periodicJobs } from '../../jobs/index.ts';
import { createRecompute } from '../../jobs/recompute/recompute-deadlines.ts';
import { createDeliveries } from '../intake/delivery-repository.ts';
import { createDueLists } from '../records/store/due-repository.ts';
import { createProvisional } from '../records/store/provisional-repository.ts';
import { createReports } from '../records/store/report-repository.ts';
import { createAnnounce } from '../schedule/announce.ts';
import { createLedger } from '../schedule/ledger.ts';
import { createOccurrences } from '../schedule/occurrence-repository.ts';
import { createSendFile } from '../schedule/send-file.ts';
import type { RecordParts } from './wire-records.ts';
import type { AppContext } from './wiring.ts';

/** The ledger of periodic work, and announcements made outside any record. */
export function wireSchedule({ connection, log, clock, routes }: AppContext, parts: RecordParts) {
  const { registry, organisation, outbox } = parts;
  const occurrences = createOccurrences(connection);
  const reports = createReports(connection, registry);
  const written = (key: string) => outbox.kick(key, 'occurrences');
  const telling = { occurrences, routes, clock, written };
  const load = () => organisation.load();
  const ending = new AbortController();
  const stopping = () => ending.signal.aborted;
  const recomputeDeadlines = createRecompute({
    records: parts.records,
    provisional: createProvisional(connection, registry),
    organisation: load,
    clock,
    log,
    stopping,
  });
  const ledger = createLedger({
    jobs: periodicJobs,
    occurrences,
    dues: createDueLists(connection, registry),
    reports,
    facts: parts.finders.facts,
    registry,
    organisation: load,
    routes,
    clock,
    log,
    stopping,
    written,
  });
  const announce = createAnnounce(telling);
  const remindOfClocks = createClockReminding({
    records: parts.records,
    work: parts.finders.work,
    registry,
    organisation: load,
    announce,
    clock,
    stopping,
  });
  const deliveries = createDeliveries(connection, clock);
  return {
    /** Does the work that is due now. */
    async sweep() {
      const chores = [
        recomputeDeadlines,
        () => ledger.sweep(),
        remindOfClocks,
        parts.sweepFiles,
        () => deliveries.sweep(),
      ];
      for (const chore of chores) {
        if (stopping()) return;
        await chore();
      }
    },
    /** Makes a sweep in progress stop after the current item: a program told to shut down must not go on for minutes. */
    end: () => ending.abort(),
    announce,
    sendFile: createSendFile(telling),
    reports,
  };
}

/** What `wireSchedule` gives. */
export type ScheduleParts = ReturnType<typeof wireSchedule>;
