import type { Organisation } from '../../org/organisation.ts';
import { recordTypes } from '../../quality/index.ts';
import type { DeadlineClock } from '../../records/shape/clocks.ts';
import type { ClockRow } from '../../records/shape/report-query.ts';
import { type ClosedTimeRange, isInRange, type Kept, keptIn, type Mean, meanDays } from '../clocks.ts';

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

const isFinding = ({ type }: ClockRow) => type === 'finding';
/** Turned down or taken back: no report was due in the end. */
const isVoid = ({ open, state }: ClockRow) => !open && state !== 'closed';

/** Findings reported in a span. */
export const opened = (rows: readonly ClockRow[], span: ClosedTimeRange): ClockRow[] =>
  rows.filter((row) => isFinding(row) && isInRange(row.createdAt, span));

/** Findings closed in a span; those that were turned down or taken back are not closed. */
export const closed = (rows: readonly ClockRow[], span: ClosedTimeRange): ClockRow[] =>
  rows.filter((row) => isFinding(row) && row.state === 'closed' && isInRange(row.closedAt, span));

/** How the deadlines of departments whose first day of grace ended in a span were kept, as things stand at `now`. */
export const keptByDepartments = (rows: readonly ClockRow[], span: ClosedTimeRange, now: Date): Kept =>
  keptIn(rows, span, now, (row) => (isVoid(row) && isFinding(row) ? [] : (stepsOfDepartment.get(row.type) ?? [])));

/** The first reports handed in in a span, each with its finding. */
export function reportsIn(
  rows: readonly ClockRow[],
  span: ClosedTimeRange,
): { readonly row: ClockRow; readonly clock: DeadlineClock }[] {
  return rows.flatMap((row) => {
    if (!isFinding(row) || isVoid(row)) return [];
    const clock = row.clocks.find(({ step }) => step === CAPA);
    return clock && isInRange(clock.metAt, span) ? [{ row, clock }] : [];
  });
}

/** The figures of a span as things stand at `now`. Pure; days are working days of each record's own site. */
export function monthFigures(
  rows: readonly ClockRow[],
  span: ClosedTimeRange,
  now: Date,
  org: Organisation,
): MonthFigures {
  const done = closed(rows, span);
  const issuedAt = ({ clocks, createdAt }: ClockRow) =>
    clocks.find(({ step }) => step === CAPA)?.startedAt ?? createdAt;
  return {
    opened: opened(rows, span).length,
    closed: done.length,
    kept: keptByDepartments(rows, span, now),
    toCapa: meanDays(
      reportsIn(rows, span).map(({ row, clock }) => ({
        row,
        from: clock.startedAt,
        to: clock.metAt ?? clock.startedAt,
      })),
      org,
    ),
    toClose: meanDays(
      done.map((row) => ({ row, from: issuedAt(row), to: row.closedAt ?? now })),
      org,
    ),
  };
}
