import { DateTime } from 'luxon';
import { AppError } from '../errors.ts';
import type { Day } from './day.ts';

/**
 * The instant at which a zone's clock shows `HH:mm` on a day. A time skipped by a DST change is read as an hour later; one that occurs twice is the
 * first. Fails with `calendar.badTime`.
 */
export function instantAt(day: Day, time: string, zone: string): Date {
  const instant = DateTime.fromISO(`${day}T${time}`, { zone });
  if (!instant.isValid) throw new AppError('calendar.badTime', { day, time, zone });
  return instant.toJSDate();
}
