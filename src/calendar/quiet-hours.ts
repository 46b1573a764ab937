import { DateTime } from 'luxon';
import { AppError } from '../errors.ts';

/** Hours in which nobody is written to, as `HH:mm` of the site's clock; `to` before `from` runs over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Whether an instant lies in the quiet hours of a zone: from `from` on, until just before `to`. Equal ends mean none. */
export function isWithinQuietHours(instant: Date, quiet: QuietHours, zone: string): boolean {
  const minute = minuteOfDay(DateTime.fromJSDate(instant, { zone }).toFormat('HH:mm'));
  const from = minuteOfDay(quiet.from);
  const to = minuteOfDay(quiet.to);
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to;
}

/** The instant itself when it is outside the quiet hours, otherwise the instant at which they end. */
export function nextTimeOutsideQuietHours(instant: Date, quiet: QuietHours, zone: string): Date {
  if (!isWithinQuietHours(instant, quiet, zone)) return instant;
  const to = minuteOfDay(quiet.to);
  const here = DateTime.fromJSDate(instant, { zone });
  const end = here.set({ hour: Math.floor(to / 60), minute: to % 60, second: 0, millisecond: 0 });
  // A wall-clock time that a change of the clocks leaves out is read by luxon as the time an hour later: still outside.
  return (end <= here ? end.plus({ days: 1 }) : end).toJSDate();
}

/** Minutes since midnight of an `HH:mm` time. Fails with `calendar.badTime`. */
export function minuteOfDay(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new AppError('calendar.badTime', { time });
  return Number(hours) * 60 + Number(minutes);
}
