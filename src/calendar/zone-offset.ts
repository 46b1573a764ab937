import { IANAZone } from 'luxon';

/** Since 1972 no zone has changed its offset at another instant than a full quarter of an hour of UTC. */
const QUARTER_MS = 15 * 60_000;

/** More quarters than a report touches; then all are forgotten. */
const MOST_KEPT = 20_000;

const known = new Map<string, Map<number, number>>();
let kept = 0;

/**
 * How far a zone's clock is ahead of UTC at an instant, in milliseconds; NaN for an invalid instant or zone. What luxon asks of `Intl`
 * each time is kept: it is most of the cost of writing a date.
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

/** What a zone's clock shows at an instant, as a date that shows the same in UTC; invalid for an invalid instant or zone. */
export function clockIn(instant: Date, zone: string): Date {
  return new Date(instant.getTime() + zoneOffset(instant, zone));
}
