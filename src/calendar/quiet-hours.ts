import { DateTime } from 'luxon';
import { AppError } from '../errors.ts';
import { dayOf, shiftDay } from './day.ts';
import { instantAt } from './instant-at.ts';

/** Hours in which nobody is sent messages, as `HH:mm` of the site's clock; `to` before `from` spans midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Whether an instant lies within the quiet hours of a zone: from `from` until just before `to`. Equal ends mean no quiet hours. */
export function isWithinQuietHours(instant: Date, quiet: QuietHours, zone: string): boolean {
  const minute = minuteOfDay(DateTime.fromJSDate(instant, { zone }).toFormat('HH:mm'));
  const from = minuteOfDay(quiet.from);
  const to = minuteOfDay(quiet.to);
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to;
}

/** The instant itself if it is outside quiet hours, otherwise the instant at which they end. */
export function nextTimeOutsideQuietHours(instant: Date, quiet: QuietHours, zone: string): Date {
  if (!isWithinQuietHours(instant, quiet, zone)) return instant;
  const to = minuteOfDay(quiet.to);
  const here = DateTime.fromJSDate(instant, { zone });
  const endOn = (days: number) =>
    here.plus({ days }).set({ hour: Math.floor(to / 60), minute: to % 60, second: 0, millisecond: 0 });
  // A wall-clock time skipped by a DST change is read by luxon as an hour later: still quiet, if the whole non-quiet part of that day was skipped with it.
  const ends = [0, 1, 2].map(endOn);
  const end = ends.find((one) => one > here && !isWithinQuietHours(one.toJSDate(), quiet, zone));
  return (end ?? endOn(3)).toJSDate();
}

/** The instant at a fraction, from 0 to 1, of the time between two instants that lies outside the quiet hours of a zone. */
export function instantOutsideQuietHours(
  share: number,
  { from, to }: { readonly from: Date; readonly to: Date },
  quiet: QuietHours,
  zone: string,
): Date {
  const awake: { readonly at: number; readonly length: number }[] = [];
  for (let at = nextTimeOutsideQuietHours(from, quiet, zone); at < to; ) {
    const end = Math.min(nextQuietHours(at, quiet, zone).getTime(), to.getTime());
    awake.push({ at: at.getTime(), length: end - at.getTime() });
    at = nextTimeOutsideQuietHours(new Date(end), quiet, zone);
  }
  let left = share * awake.reduce((sum, { length }) => sum + length, 0);
  for (const { at, length } of awake) {
    if (left < length) return new Date(at + Math.floor(left));
    left -= length;
  }
  return nextTimeOutsideQuietHours(from, quiet, zone);
}

/** When quiet hours next begin after an instant outside them; far in the future if there are none. */
function nextQuietHours(at: Date, quiet: QuietHours, zone: string): Date {
  if (quiet.from === quiet.to) return new Date(8.64e15);
  const day = dayOf(at, zone);
  const today = instantAt(day, quiet.from, zone);
  const next = today > at ? today : instantAt(shiftDay(day, 1), quiet.from, zone);
  // Setting the clocks back repeats quiet hours.
  const change = clockChangeBetween(at, next, zone);
  return change && isWithinQuietHours(change, quiet, zone) ? change : next;
}

/** The instant, to the minute, of a zone's clock change between two instants at most two days apart; null if there is none. */
function clockChangeBetween(from: Date, to: Date, zone: string): Date | null {
  const offsetAt = (instant: number) => DateTime.fromMillis(instant, { zone }).offset;
  let before = Math.ceil(from.getTime() / 60_000) * 60_000;
  let after = Math.floor(to.getTime() / 60_000) * 60_000;
  if (offsetAt(before) === offsetAt(after)) return null;
  while (after - before > 60_000) {
    const middle = Math.floor((before + after) / 120_000) * 60_000;
    if (offsetAt(middle) === offsetAt(before)) before = middle;
    else after = middle;
  }
  return new Date(after);
}

/** Minutes since midnight of an `HH:mm` time. Fails with `calendar.badTime`. */
export function minuteOfDay(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new AppError('calendar.badTime', { time });
  return Number(hours) * 60 + Number(minutes);
}
