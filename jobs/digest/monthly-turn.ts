import { type Day, shiftDay } from '../../src/calendar/day.ts';
import { monthBefore, monthOf, workingDayFrom } from '../../src/calendar/period.ts';
import type { Organisation, Site } from '../../src/org/organisation.ts';
import { spanOf } from './digest-channel.ts';
import type { ChannelTurn } from './post-to-channels.ts';

/** A summary is of use until the middle of the month: this day of it. */
const LAST_DAY = 15;

/** The summary of the month before that of a day at a site: on this month's first working day; null where it has none. */
export function monthlyTurn(day: Day, { id, zone }: Site, org: Organisation): ChannelTurn | null {
  const current = monthOf(day);
  const first = workingDayFrom(org.calendarOf(id), current.first, current.last);
  if (first === null) return null;
  const middle = shiftDay(current.first, LAST_DAY - 1);
  return {
    period: monthBefore(day, 1),
    ...spanOf(first, org.settings.digest.monthlyTime, first > middle ? first : middle, zone),
  };
}
