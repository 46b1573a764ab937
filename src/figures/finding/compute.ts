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

/** The deadlines that the responsible department must keep: its report, first or resubmitted, and its actions. */
const stepsOfDepartment = new Map(recordTypes.map(({ type, keptIn: steps = [] }) => [type, steps]));
/** The step of the first report. Days are counted from its start, which is the issue of the finding. */
const CAPA = 'issued';

const isFinding = ({ type }: ClockRow) => type === 'finding';
/** Rejected or withdrawn: in the end no report was due. */
const isVoid = ({ open, state }: ClockRow) => !open && state !== 'closed';

/** Findings reported in a span. */
export const opened = (rows: readonly ClockRow[], span: ClosedTimeRange): ClockRow[] =>
  rows.filter((row) => isFinding(row) && isInRange(row.createdAt, span));

/** Findings closed in a span; rejected or withdrawn ones do not count as closed. */
export const closed = (rows: readonly ClockRow[], span: ClosedTimeRange): ClockRow[] =>
  rows.filter((row) => isFinding(row) && row.state === 'closed' && isInRange(row.closedAt, span));

/** How the departments' deadlines whose first due date fell in a span were kept, as of `now`. */
export const keptByDepartments = (rows: readonly ClockRow[], span: ClosedTimeRange, now: Date): Kept =>
  keptIn(rows, span, now, (row) => (isVoid(row) && isFinding(row) ? [] : (stepsOfDepartment.get(row.type) ?? [])));

/** The first reports submitted in a span, each with its finding. */
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

/** The figures of a span as of `now`. Pure; days are working days of each record's own site. */
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
