import { type Day, dayOf, shiftDay, startOfDay } from '../../src/calendar/day.ts';
import { readDay } from '../../src/calendar/read-day.ts';
import { type CoverageLine, coverageOf, coveredParts } from '../../src/quality/call-back/coverage.ts';
import type { Context } from '../context.ts';

type Reading = Pick<Context, 'org' | 'now' | 'person' | 'facts'>;

/** How many days back, by default. */
const DAYS = 7;
const HOUR_MS = 3_600_000;

/** The day from which on coverage is requested, in the user's time zone: `since 11-01`, `自 11-01 起`, or a week; undefined for anything else. */
export function firstDayOf(said: string, { org, now, person }: Omit<Reading, 'facts'>): Day | undefined {
  const today = dayOf(now, org.siteOfPerson(person.id).zone);
  const word = said.replace(/^(since|自|从)\s*/i, '').replace(/(起|以来)$/, '');
  if (word === '') return shiftDay(today, 1 - DAYS);
  // A past day: `11-01` said in January is last year's.
  const day = readDay(word, shiftDay(today, -364));
  return day !== undefined && day <= today ? day : undefined;
}

/** Coverage for each agent and day of what was due from a day until today, in the user's time zone. */
export async function readCoverage(from: Day, { org, now, person, facts }: Reading): Promise<CoverageLine[]> {
  const { zone } = org.siteOfPerson(person.id);
  const hours = org.settings.callBackHours;
  // What is due on a day was resolved that many hours before.
  const dueFrom = (day: Day) => new Date(startOfDay(day, zone).getTime() - hours * HOUR_MS);
  const span = { from: dueFrom(from), to: dueFrom(shiftDay(dayOf(now, zone), 1)) };
  return coverageOf(await facts.between('callBack', span, coveredParts), { hours, now, zone });
}
