import { dayOf, isDay, shiftDay, yearOf } from './day.ts';
import { instantAt } from './instant-at.ts';
import { partsOf } from './read-past-instant.ts';

/**
 * The first instant after `now` at which a zone's clock shows what somebody wrote: a time of day, or a day and a time. Null for what
 * `isPastInstant` does not take.
 */
export function readNextInstant(said: string, now: Date, zone: string): Date | null {
  const parts = partsOf(said);
  if (!parts) return null;
  const today = dayOf(now, zone);
  const { monthDay, time } = parts;
  // The 29th of February comes within eight years.
  const days =
    monthDay === null
      ? [today, shiftDay(today, 1)]
      : Array.from({ length: 9 }, (_, ahead) => `${yearOf(today) + ahead}-${monthDay}`);
  const next = days.filter(isDay).map((day) => instantAt(day, time, zone));
  return next.find((instant) => instant > now) ?? null;
}
