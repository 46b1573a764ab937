import { type Day, isDay } from '../../calendar/day.ts';

/** A day of a day's month: the last where the month is shorter. */
export function dueDayOf(day: Day, wanted: number): Day {
  const month = day.slice(0, 7);
  const days = Array.from({ length: wanted }, (_one, index) => `${month}-${String(wanted - index).padStart(2, '0')}`);
  return days.find(isDay) ?? day;
}
