import { type Day, dayOfYear, shiftDay, yearOf } from './day.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * Counts the working days between two days, as defined by `WorkingCalendar.workingDaysBetween`. Keeps running totals for each year it meets: a digest
 * asks for the days left of ten thousand records at once.
 */
export function countWorkingDays(isWorkingDay: WorkingCalendar['isWorkingDay']): WorkingCalendar['workingDaysBetween'] {
  const years = new Map<number, readonly number[]>();

  /** Working days from January 1 up to each day of a year, by `dayOfYear`. */
  function totalsOf(year: number): readonly number[] {
    let totals = years.get(year);
    if (!totals) {
      totals = sumUp(year, isWorkingDay);
      years.set(year, totals);
    }
    return totals;
  }

  const upTo = (day: Day) => totalsOf(yearOf(day))[dayOfYear(day)] ?? 0;

  function between(from: Day, to: Day): number {
    if (to < from) return -between(to, from);
    let count = upTo(to) - upTo(from);
    for (let year = yearOf(from); year < yearOf(to); year += 1) count += totalsOf(year).at(-1) ?? 0;
    return count;
  }
  return between;
}

function sumUp(year: number, isWorkingDay: WorkingCalendar['isWorkingDay']): number[] {
  const totals = [0];
  let worked = 0;
  for (let day = `${String(year).padStart(4, '0')}-01-01`; yearOf(day) === year; day = shiftDay(day, 1)) {
    if (isWorkingDay(day).working) worked += 1;
    totals.push(worked);
  }
  return totals;
}
