import { dayOf } from '../../src/calendar/day.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { type Clock, punctualityOf } from '../../src/records/clocks.ts';
import { siteOf } from '../../src/records/due.ts';
import type { ClockRow } from '../../src/records/report-query.ts';

/** A span of time, both ends included. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** How deadlines were kept, each in one of these. */
export interface Kept {
  readonly onTime: number;
  readonly lateExtended: number;
  readonly late: number;
}

/** A mean in working days, and of how many; null of none. */
export interface Mean {
  readonly days: number | null;
  readonly of: number;
}

/** The figures of one month. */
export interface MonthFigures {
  readonly opened: number;
  readonly closed: number;
  readonly kept: Kept;
  readonly toCapa: Mean;
  readonly toClose: Mean;
}

/** The deadlines that are the responsible department's to keep: its report, first or again, and its actions. */
const stepsOfDepartment = new Map(recordTypes.map(({ type, keptIn: steps = [] }) => [type, steps]));
/** From the issuing of a finding, or from its step, all days are computed. */
const CAPA = 'issued';

const isIn = (instant: Date | null, { from, to }: Span): instant is Date =>
  instant !== null && from <= instant && instant <= to;

const isFinding = ({ type }: ClockRow) => type === 'finding';
/** Turned down or taken back: no report was due in the end. */
const isVoid = ({ open, state }: ClockRow) => !open && state !== 'closed';

/** Findings reported in a span. */
export const opened = (rows: readonly ClockRow[], span: Span): ClockRow[] =>
  rows.filter((row) => isFinding(row) && isIn(row.createdAt, span));

/** Findings closed in a span; those that were turned down or taken back are not closed. */
export const closed = (rows: readonly ClockRow[], span: Span): ClockRow[] =>
  rows.filter((row) => isFinding(row) && row.state === 'closed' && isIn(row.closedAt, span));

/**
 * How the deadlines of departments whose first day of grace ended in a span were kept, as things stand at `now`. Always against
 * the first deadline (an extension is a column of its own); one that still runs and has not passed is in no column.
 */
export function keptIn(rows: readonly ClockRow[], span: Span, now: Date): Kept {
  const kept = { onTime: 0, lateExtended: 0, late: 0 };
  for (const row of rows) {
    if (isVoid(row) && isFinding(row)) continue;
    for (const clock of row.clocks) {
      if (!stepsOfDepartment.get(row.type)?.includes(clock.step) || !isIn(clock.first, span)) continue;
      const punctuality = punctualityOf(clock, now);
      if (punctuality !== 'open') kept[punctuality] += 1;
    }
  }
  return kept;
}

/** The first reports handed in in a span, each with its finding. */
export function reportsIn(rows: readonly ClockRow[], span: Span): { readonly row: ClockRow; readonly clock: Clock }[] {
  return rows.flatMap((row) => {
    if (!isFinding(row) || isVoid(row)) return [];
    const clock = row.clocks.find(({ step }) => step === CAPA);
    return clock && isIn(clock.metAt, span) ? [{ row, clock }] : [];
  });
}

/** The figures of a span as things stand at `now`. Pure; days are working days of each record's own site. */
export function monthFigures(rows: readonly ClockRow[], span: Span, now: Date, org: Organisation): MonthFigures {
  const days = (row: ClockRow, from: Date, to: Date) => {
    const calendar = org.calendarOf(siteOf(row, org));
    return calendar.workingDaysBetween(dayOf(from, calendar.zone), dayOf(to, calendar.zone));
  };
  const done = closed(rows, span);
  const issuedAt = ({ clocks, createdAt }: ClockRow) =>
    clocks.find(({ step }) => step === CAPA)?.startedAt ?? createdAt;
  return {
    opened: opened(rows, span).length,
    closed: done.length,
    kept: keptIn(rows, span, now),
    toCapa: meanOf(
      reportsIn(rows, span).map(({ row, clock }) => days(row, clock.startedAt, clock.metAt ?? clock.startedAt)),
    ),
    toClose: meanOf(done.map((row) => days(row, issuedAt(row), row.closedAt ?? now))),
  };
}

function meanOf(numbers: readonly number[]): Mean {
  const sum = numbers.reduce((total, number) => total + number, 0);
  return { days: numbers.length === 0 ? null : Math.round((sum / numbers.length) * 10) / 10, of: numbers.length };
}
