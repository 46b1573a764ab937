import { type Day, shiftDay } from '../../src/calendar/day.ts';
import { monthBefore, monthOf, type Period, workingDayFrom } from '../../src/calendar/period.ts';
import type { Organisation, Site } from '../../src/org/organisation.ts';
import { spanOf } from './digest-channel.ts';

/** A summary is of use until the middle of the month: this day of it. */
const LAST_DAY = 15;

/** The summary of the month before that of a day at a site: on this month's first working day; null where it has none. */
export function monthlyTurn(day: Day, { id, zone }: Site, org: Organisation) {
  const current = monthOf(day);
  const first = workingDayFrom(org.calendarOf(id), current.first, current.last);
  if (first === null) return null;
  const middle = shiftDay(current.first, LAST_DAY - 1);
  const month: Period = monthBefore(day, 1);
  return { month, ...spanOf(first, org.settings.digest.monthlyTime, first > middle ? first : middle, zone) };
}
