import { AppError } from '../errors.ts';
import { dayOf, shiftDay, startOfDay } from './day.ts';
import { instantAt } from './instant-at.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** When service time counts: always (7x24), or during these hours of each working day, `HH:mm` in the calendar's zone. */
export type ServiceHours =
  | 'always'
  | {
      readonly calendar: Pick<WorkingCalendar, 'zone' | 'isWorkingDay'>;
      readonly hours: readonly { readonly from: string; readonly to: string }[];
    };

/** A stretch of time that does not count, such as waiting for the customer; an end of null means that it is still going on. */
export interface Pause {
  readonly from: Date;
  readonly to: Date | null;
}

/** A stretch of time that counts, in epoch milliseconds; `to` is not part of it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Longer than any SLA target; beyond this the hours or the holidays are wrong. */
const MOST_DAYS = 10_000;
const MINUTE = 60_000;

/**
 * The instant by which `minutes` of service time have passed since `start`, excluding pauses; null while an open-ended pause prevents it. Fails with
 * `calendar.noServiceTime` if no day has any service time.
 */
export function addServiceTime(
  start: Date,
  minutes: number,
  hours: ServiceHours,
  pauses: readonly Pause[] = [],
): Date | null {
  let left = minutes * MINUTE;
  for (const { from, to } of countedFrom(start, hours, pauses)) {
    if (to - from >= left) return new Date(from + left);
    left -= to - from;
  }
  return null;
}

/** The service time between two instants in milliseconds, excluding pauses; 0 if `to` is not later. */
export function serviceTimeBetween(from: Date, to: Date, hours: ServiceHours, pauses: readonly Pause[] = []): number {
  if (hours === 'always' && pauses.length === 0) return Math.max(0, to.getTime() - from.getTime());
  let sum = 0;
  for (const stretch of countedFrom(from, hours, pauses)) {
    if (stretch.from >= to.getTime()) break;
    sum += Math.min(stretch.to, to.getTime()) - stretch.from;
    if (stretch.to >= to.getTime()) break;
  }
  return sum;
}

/** The stretches that count from an instant on, in order; ends where an open-ended pause begins. */
function* countedFrom(start: Date, hours: ServiceHours, pauses: readonly Pause[]): Generator<Stretch> {
  const breaks = [...pauses].sort((left, right) => left.from.getTime() - right.from.getTime());
  for (const { from, to } of serviceFrom(start, hours)) {
    let at = from;
    for (const pause of breaks) {
      const begin = pause.from.getTime();
      const end = pause.to?.getTime() ?? Number.POSITIVE_INFINITY;
      if (end <= at || end <= begin) continue;
      if (begin >= to) break;
      if (begin > at) yield { from: at, to: begin };
      at = Math.max(at, end);
      if (at === Number.POSITIVE_INFINITY) return;
    }
    if (at < to) yield { from: at, to };
  }
}

/** The service hours from an instant on, in order. */
function* serviceFrom(start: Date, hours: ServiceHours): Generator<Stretch> {
  const from = start.getTime();
  if (hours === 'always') {
    yield { from, to: Number.POSITIVE_INFINITY };
    return;
  }
  const { zone, isWorkingDay } = hours.calendar;
  let day = dayOf(start, zone);
  let idle = 0;
  for (let walked = 0; walked < MOST_DAYS; walked += 1) {
    const spans = isWorkingDay(day).working ? hours.hours : [];
    idle = spans.length > 0 ? 0 : idle + 1;
    if (idle > 366) break;
    for (const span of merged(spans)) {
      const to = instantAt(day, span.to, zone).getTime();
      const begin = Math.max(instantAt(day, span.from, zone).getTime(), from);
      if (begin < to) yield { from: begin, to };
    }
    day = shiftDay(day, 1);
  }
  throw new AppError('calendar.noServiceTime', { from: startOfDay(dayOf(start, zone), zone).toISOString(), zone });
}

/** The hours of a day in order, overlapping ones merged. */
function merged(hours: readonly { readonly from: string; readonly to: string }[]) {
  const sorted = [...hours].sort((left, right) => (left.from < right.from ? -1 : 1));
  const result: { from: string; to: string }[] = [];
  for (const { from, to } of sorted) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = to > last.to ? to : last.to;
    else result.push({ from, to });
  }
  return result;
}
