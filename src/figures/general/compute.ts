import { groupBy } from '../../group-by.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { RecordType } from '../../records/declaration/record-type.ts';
import type { ClockRow } from '../../records/shape/report-query.ts';
import { type ClosedTimeRange, isInRange, type Kept, keptIn, type Mean, meanDays } from '../clocks.ts';
import type { DepartmentFigures } from '../stats-lines.ts';

/** How many records are in a state. */
export interface StateCount {
  readonly state: string;
  readonly count: number;
}

/** The figures reported for records of any type. */
export interface GeneralFigures {
  readonly opened: number;
  readonly closed: number;
  /** The outcomes of records that ended in the span, most frequent first. */
  readonly outcomes: readonly StateCount[];
  readonly kept: Kept;
  readonly toClose: Mean;
  readonly departments: readonly DepartmentFigures[];
}

/**
 * The figures of a type's records in a span, as of `now`. Deadlines are those of the states in which the answer is due, if the type has any;
 * otherwise all. Records that ended without a result (withdrawn, canceled, not reached) had nothing due in the end and are in no mean. Pure.
 */
export function generalFigures(
  type: RecordType<unknown>,
  rows: readonly ClockRow[],
  span: ClosedTimeRange,
  { now, org }: { readonly now: Date; readonly org: Organisation },
): GeneralFigures {
  const steps = type.keptIn ?? type.answeredIn ?? Object.keys(type.states);
  const isVoid = ({ open, state }: ClockRow) => !open && type.states[state]?.tone === 'muted';
  const openedOf = (some: readonly ClockRow[]) => some.filter(({ createdAt }) => isInRange(createdAt, span)).length;
  const closedOf = (some: readonly ClockRow[]) => some.filter(({ closedAt }) => isInRange(closedAt, span));
  const keptOf = (some: readonly ClockRow[]) => keptIn(some, span, now, (row) => (isVoid(row) ? [] : steps));
  const closed = closedOf(rows);
  const departments = [...groupBy(rows, ({ departmentId }) => departmentId)].map(([id, own]) => ({
    department: id === null ? null : (org.department(id)?.name ?? { zh: id, en: id }),
    opened: openedOf(own),
    closed: closedOf(own).length,
    kept: keptOf(own),
  }));
  return {
    opened: openedOf(rows),
    closed: closed.length,
    outcomes: countByState(closed),
    kept: keptOf(rows),
    toClose: meanDays(
      closed.flatMap((row) => (isVoid(row) ? [] : [{ row, from: row.createdAt, to: row.closedAt ?? now }])),
      org,
    ),
    departments: departments
      .filter((one) => weightOf(one) > 0)
      .toSorted((left, right) => weightOf(right) - weightOf(left)),
  };
}

/** The number of records in each state, largest first. */
export const countByState = (rows: readonly Pick<ClockRow, 'state'>[]): StateCount[] =>
  [...groupBy(rows, ({ state }) => state)]
    .map(([state, { length: count }]) => ({ state, count }))
    .sort((left, right) => right.count - left.count);

const weightOf = ({ opened, closed, kept }: DepartmentFigures): number =>
  opened + closed + kept.onTime + kept.lateExtended + kept.late;
