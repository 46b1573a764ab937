import { type Day, dayOf, shiftDay } from '../../src/calendar/day.ts';
import { instantAt } from '../../src/calendar/instant-at.ts';
import { monthBefore, monthOf, type Period, weekOf, workingDayFrom } from '../../src/calendar/period.ts';
import type { Organisation, Site } from '../../src/org/organisation.ts';
import { spanOf } from './digest-channel.ts';
import type { ChannelOccurrence } from './post-to-channels.ts';

const FRIDAY = 5;

/**
 * The occurrence in a day's week; null for a week without a working day left, such as that of a long holiday: the
 * next week's covers both. It is valid until the end of Friday, or of its own day if that is later.
 */
export function weeklyOccurrence(day: Day, { id, zone }: Site, org: Organisation): ChannelOccurrence | null {
  const { weekday, time } = org.settings.digest;
  const week = weekOf(day);
  const first = workingDayFrom(org.calendarOf(id), shiftDay(week.first, weekday - 1), week.last);
  if (first === null) return null;
  const friday = shiftDay(week.first, FRIDAY - 1);
  return { period: week, ...spanOf(first, time, first > friday ? first : friday, zone) };
}

/** The time a week's digest is compared with: when that of the week before was due, or would have been. */
export function comparedWith(week: Period, site: Site, org: Organisation): Date {
  const before = shiftDay(week.first, -7);
  const { weekday, time } = org.settings.digest;
  const turn = weeklyOccurrence(before, site, org);
  return turn?.dueAt ?? instantAt(shiftDay(before, weekday - 1), time, site.zone);
}

/** The week of a given time at a site. */
export const weekAt = (now: Date, { zone }: Site): Period => weekOf(dayOf(now, zone));

/** A summary is useful until the middle of the month: this day of it. */
const LAST_DAY = 15;

/** The summary of the previous month at a site: on this month's first working day; null if it has none. */
export function monthlyOccurrence(day: Day, { id, zone }: Site, org: Organisation): ChannelOccurrence | null {
  const current = monthOf(day);
  const first = workingDayFrom(org.calendarOf(id), current.first, current.last);
  if (first === null) return null;
  const middle = shiftDay(current.first, LAST_DAY - 1);
  return {
    period: monthBefore(day, 1),
    ...spanOf(first, org.settings.digest.monthlyTime, first > middle ? first : middle, zone),
  };
}
