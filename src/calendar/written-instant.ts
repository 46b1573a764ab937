import { type Day, dayOf, isDay, shiftDay, yearOf } from './day.ts';
import { instantAt } from './instant-at.ts';

/** `14:30`, `11-25 14:30`, `11/25 14:30`, `11月25日 14:30`. */
const written = /^(?:(\d{1,2})[-/.月](\d{1,2})日?\s*)?(\d{1,2})[:：](\d{2})$/;

/** Whether a text is a time of day, optionally preceded by a day without a year. */
export const isWrittenInstant = (said: string): boolean => partsOf(said) !== null;

/**
 * The last instant, not after `now`, at which a zone's clock showed the written time: a time of day, or a day and a time. Null for text that
 * `isWrittenInstant` does not accept.
 */
export const readPastInstant = (said: string, now: Date, zone: string): Date | null =>
  nearest(said, dayOf(now, zone), { step: -1, zone, holds: (instant) => instant <= now });

/** The first instant after `now` at which a zone's clock shows the written time; null as above. */
export const readNextInstant = (said: string, now: Date, zone: string): Date | null =>
  nearest(said, dayOf(now, zone), { step: 1, zone, holds: (instant) => instant > now });

/** The first matching instant, stepping from today by days or years. */
function nearest(
  said: string,
  today: Day,
  { step, zone, holds }: { step: 1 | -1; zone: string; holds: (instant: Date) => boolean },
): Date | null {
  const parts = partsOf(said);
  if (!parts) return null;
  const { monthDay, time } = parts;
  // February 29 recurs within eight years.
  const days =
    monthDay === null
      ? [today, shiftDay(today, step)]
      : Array.from({ length: 9 }, (_, years) => `${yearOf(today) + years * step}-${monthDay}`);
  const instants = days.filter(isDay).map((day) => instantAt(day, time, zone));
  return instants.find(holds) ?? null;
}

/** The parts of a time as people write it; null for anything else. */
function partsOf(said: string): { readonly monthDay: string | null; readonly time: string } | null {
  const [, month, day, hour = '', minute = ''] = written.exec(said.normalize('NFKC').trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  const time = `${hour.padStart(2, '0')}:${minute}`;
  if (month === undefined || day === undefined) return { monthDay: null, time };
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(`2024-${monthDay}`) ? { monthDay, time } : null;
}
