import { type Day, shiftDay, weekdayOf, yearOf } from './day.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A week, a month, a quarter or a year: its name, and its first and last day. */
export interface Period {
  readonly key: string;
  readonly first: Day;
  readonly last: Day;
}

/** The ISO 8601 week of a day: starting on Monday, in the year of its Thursday; `2026-W53`. */
export function weekOf(day: Day): Period {
  const first = shiftDay(day, 1 - weekdayOf(day));
  const year = yearOf(shiftDay(first, 3));
  const start = firstMondayWeek(year);
  const number = Math.round((Date.parse(first) - Date.parse(start)) / 604_800_000) + 1;
  return { key: `${year}-W${String(number).padStart(2, '0')}`, first, last: shiftDay(first, 6) };
}

/** The Monday of a year's first week: the one that contains January 4. */
function firstMondayWeek(year: number): Day {
  const fourth = `${year}-01-04`;
  return shiftDay(fourth, 1 - weekdayOf(fourth));
}

/** The month of a day: `2026-02`. */
export function monthOf(day: Day): Period {
  const key = day.slice(0, 7);
  const first = `${key}-01`;
  const next = shiftDay(first, 31).slice(0, 7);
  return { key, first, last: shiftDay(`${next}-01`, -1) };
}

/** The month `count` months before that of a day. */
export function monthBefore(day: Day, count: number): Period {
  let month = monthOf(day);
  for (let left = count; left > 0; left -= 1) month = monthOf(shiftDay(month.first, -1));
  return month;
}

/** The quarter of a day: `2026-Q1`. */
export function quarterOf(day: Day): Period {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  const monthAt = (number: number) => monthOf(`${day.slice(0, 4)}-${String(number).padStart(2, '0')}-01`);
  return {
    key: `${day.slice(0, 4)}-Q${quarter}`,
    first: monthAt(quarter * 3 - 2).first,
    last: monthAt(quarter * 3).last,
  };
}

/** The calendar year of a day: `2026`. */
export function calendarYearOf(day: Day): Period {
  const key = day.slice(0, 4);
  return { key, first: `${key}-01-01`, last: `${key}-12-31` };
}

/** The kinds of period that figures are computed for. */
export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const ofKind = { month: monthOf, quarter: quarterOf, year: calendarYearOf } as const;

/** The month, quarter or year of a day. */
export const periodOf = (kind: PeriodKind, day: Day): Period => ofKind[kind](day);

/** The preceding period of the same kind. */
export const periodBefore = (kind: PeriodKind, { first }: Period): Period => periodOf(kind, shiftDay(first, -1));

/** The first working day from `from` up to and including `last`; null if there is none. */
export function workingDayFrom(calendar: WorkingCalendar, from: Day, last: Day): Day | null {
  for (let day = from; day <= last; day = shiftDay(day, 1)) {
    if (calendar.isWorkingDay(day).working) return day;
  }
  return null;
}
