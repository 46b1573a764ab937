import { shiftDay } from '../../src/calendar/day.ts';
import { instantAt } from '../../src/calendar/instant-at.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { createRegistry } from '../../src/records/registry.ts';
import type { JobContext, PeriodicJob } from '../../src/schedule/define-job.ts';
import { surveyed } from '../quality/surveys/surveying.ts';
import { factsOf, type Row } from '../support/facts-of.ts';
import { noReports } from '../support/no-reports.ts';

const ZONE = 'Asia/Shanghai';
/** The company whose days are lived through, unless a test brings another. */
export const org = surveyed();

/** What a job wants done on each of some days at half past nine, as `day: key`; the ledger runs each turn once. */
export async function liveThrough(
  job: PeriodicJob,
  {
    from,
    days,
    of = org,
    rows = () => [],
  }: { from: string; days: number; of?: Organisation; rows?: () => readonly Row[] },
  carryOut: (move: string, number: string, now: Date) => void = () => undefined,
): Promise<string[]> {
  const done = new Set<string>();
  const lines: string[] = [];
  for (let day = from; day < shiftDay(from, days); day = shiftDay(day, 1)) {
    const now = instantAt(day, '09:30', ZONE);
    for (const turn of job.occurrencesDue(of, now).filter(({ scope, period }) => !done.has(`${scope} ${period}`))) {
      done.add(`${turn.scope} ${turn.period}`);
      const context: JobContext = {
        org: of,
        now,
        routes: new Set(),
        dues: { dueUntil: async () => [] },
        reports: noReports,
        facts: factsOf(rows),
        registry: createRegistry([]),
      };
      for (const intent of await job.run({ job: job.name, ...turn }, context)) {
        lines.push(`${day}: ${intent.key}`);
        if (intent.kind === 'signal') carryOut(intent.move, intent.number ?? '', now);
      }
    }
  }
  return lines;
}
