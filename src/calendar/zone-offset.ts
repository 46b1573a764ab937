import { IANAZone } from 'luxon';

/** Since 1972 every change of a zone's offset has fallen on a quarter of an hour of UTC. */
const QUARTER_MS = 15 * 60_000;

/** More quarter hours than a report touches; beyond this the whole cache is dropped. */
const MOST_KEPT = 20_000;

const known = new Map<string, Map<number, number>>();
let kept = 0;

/**
 * How far a zone's clock is ahead of UTC at an instant, in milliseconds; NaN for an invalid instant or zone. Cached, because luxon's `Intl` look-up
 * is most of the cost of formatting a date.
 */
export function zoneOffset(instant: Date, zone: string): number {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  if (Number.isNaN(quarter)) return Number.NaN;
  const offsets = known.get(zone) ?? new Map<number, number>();
  const found = offsets.get(quarter);
  if (found !== undefined) return found;
  const offset = IANAZone.create(zone).offset(quarter * QUARTER_MS) * 60_000;
  if (kept === MOST_KEPT) {
    known.clear();
    kept = 0;
  }
  known.set(zone, offsets.set(quarter, offset));
  kept += 1;
  return offset;
}

/** The wall-clock time of a zone at an instant, as a date that reads the same in UTC; invalid for an invalid instant or zone. */
export function clockIn(instant: Date, zone: string): Date {
  return new Date(instant.getTime() + zoneOffset(instant, zone));
}
