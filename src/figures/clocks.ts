import { dayOf } from '../calendar/day.ts';
import type { Organisation } from '../org/organisation.ts';
import { siteOf } from '../records/decide/due.ts';
import { punctualityOf } from '../records/shape/clocks.ts';
import type { ClockRow } from '../records/shape/report-query.ts';

/** A span of time, both ends included. */
export interface ClosedTimeRange {
  readonly from: Date;
  readonly to: Date;
}

/** How deadlines were kept; each deadline counts in exactly one of these. */
export interface Kept {
  readonly onTime: number;
  readonly lateExtended: number;
  readonly late: number;
}

/** Mean in working days and sample size; null if empty. */
export interface Mean {
  readonly days: number | null;
  readonly of: number;
}

/** Whether an instant lies in a span. */
export const isInRange = (instant: Date | null, { from, to }: ClosedTimeRange): instant is Date =>
  instant !== null && from <= instant && instant <= to;

/**
 * How the deadlines that ended in a span were kept, as of `now`; `stepsOf` selects which of a record's clocks count. Always measured against the
 * first deadline (extensions have a column of their own); one still running and not yet passed is in no column.
 */
export function keptIn(
  rows: readonly ClockRow[],
  span: ClosedTimeRange,
  now: Date,
  stepsOf: (row: ClockRow) => readonly string[],
): Kept {
  const kept = { onTime: 0, lateExtended: 0, late: 0 };
  for (const row of rows) {
    const steps = stepsOf(row);
    for (const clock of row.clocks) {
      if (!steps.includes(clock.step) || !isInRange(clock.first, span)) continue;
      const punctuality = punctualityOf(clock, now);
      if (punctuality !== 'open') kept[punctuality] += 1;
    }
  }
  return kept;
}

/** The mean number of working days between two instants of each record, by the calendar of the record's own site. */
export function meanDays(
  of: readonly { readonly row: ClockRow; readonly from: Date; readonly to: Date }[],
  org: Organisation,
): Mean {
  const days = of.map(({ row, from, to }) => {
    const calendar = org.calendarOf(siteOf(row, org));
    return calendar.workingDaysBetween(dayOf(from, calendar.zone), dayOf(to, calendar.zone));
  });
  const sum = days.reduce((total, one) => total + one, 0);
  return { days: days.length === 0 ? null : Math.round((sum / days.length) * 10) / 10, of: days.length };
}
