import type { DeadlineClock } from './clocks.ts';
import type { Common, Extension } from './common.ts';
import type { Duty } from './record.ts';

/** An overdue item on an open record, as needed for a digest: the state's own work, or a duty. */
export interface OverdueRow {
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly state: string;
  readonly round: number;
  /** The duty, and which of several it is; null for what the state's owners owe. */
  readonly duty: Pick<Duty, 'step' | 'of'> | null;
  readonly ownerIds: readonly string[];
  readonly departmentId: string | null;
  /** The day of the current deadline, by the clock of the record's site. */
  readonly day: string;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly extensions: readonly Extension[];
}

/** A requested opinion, reduced to its deadline. */
export type AskedOpinion = Pick<Common['opinions'][number], 'id' | 'at' | 'dueDay' | 'answeredAt'>;

/** A record with its clocks: the basis of all figures. */
export interface ClockRow {
  readonly number: string;
  readonly type: string;
  readonly state: string;
  readonly open: boolean;
  readonly departmentId: string | null;
  readonly restricted: boolean;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly clocks: readonly DeadlineClock[];
  readonly extensions: readonly Extension[];
  readonly opinions: readonly AskedOpinion[];
  /** The data its type copies for counting, such as the cause of a finding. */
  readonly facets: Readonly<Record<string, string>>;
}

/** A record with a recent decision, and what is now due on it. */
export interface ChangedRow extends ClockRow {
  readonly owed: readonly Pick<OverdueRow, 'duty' | 'dueAt'>[];
}

/** How many records of a type are open. */
export interface OpenCounts {
  readonly all: number;
  readonly overdue: number;
  readonly byState: readonly { readonly state: string; readonly count: number }[];
}

/** The sort key of a record where figures are equal: see `compareSortKeys`. */
export interface SortKey {
  readonly isOpen: boolean;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Open records come first, those without a deadline before the earliest one; then the others, by their last decision. */
export function compareSortKeys(left: SortKey | null, right: SortKey | null): number {
  if (!left || !right) return 0;
  if (left.isOpen !== right.isOpen) return left.isOpen ? -1 : 1;
  const [one, other] = [left, right].map(
    ({ isOpen, dueAt, updatedAt }) => (isOpen ? dueAt : updatedAt)?.getTime() ?? 0,
  );
  return (one ?? 0) - (other ?? 0) || left.createdAt.getTime() - right.createdAt.getTime();
}

/** The number of overdue items in a department, without restricted records. Every item counts: one for a record's state, and one for each duty. */
export interface OverdueCount {
  /** Null for records without a department yet. */
  readonly departmentId: string | null;
  readonly now: number;
  /** How many were due before the instant of comparison. */
  readonly earlier: number;
}

/** Queries for digests and summaries, answered by counting along indexes as far as possible, without blocking the event loop. */
export interface Reports {
  /** These departments, null, and any others that records name: ones no longer in the organization. */
  departments(known: readonly string[]): Promise<readonly (string | null)[]>;
  countOverdue(departments: readonly (string | null)[], now: Date, then: Date): Promise<readonly OverdueCount[]>;
  /** The number of overdue items on restricted records in these departments. */
  countRestricted(departments: readonly (string | null)[], now: Date): Promise<number>;
  /** The oldest overdue items in a department, oldest first, ties with states before duties; no restricted records. */
  oldestOverdue(departmentId: string | null, now: Date, limit: number): Promise<readonly OverdueRow[]>;
  /** Records with a decision at or after an instant, in the order of the last decision. */
  changedSince(since: Date): Promise<readonly ChangedRow[]>;
  /**
   * Records that summaries must read: open, or with a decision at or after an instant; open ones first, by deadline, then by the last decision. No
   * restricted records. For all others `countFigures` is enough.
   */
  figured(departments: readonly (string | null)[], since: Date): Promise<readonly ClockRow[]>;
  /** Records of a type that are open, or have a decision at or after an instant. No restricted records. */
  clocks(type: string, departments: readonly (string | null)[], since: Date): Promise<readonly ClockRow[]>;
  /**
   * For these departments: how many records of a type were created in a span, both ends included; and over all types, how many departments' deadlines
   * ended in it and are missed at `now`, on records that need not be read (`figured`).
   */
  countFigures(
    type: string,
    departments: readonly (string | null)[],
    span: { readonly from: Date; readonly to: Date },
    now: Date,
  ): Promise<{ readonly opened: number; readonly late: number }>;
  /** Open records of a type in these departments: the total, those with a missed deadline, and by state. */
  countOpen(type: string, departments: readonly (string | null)[], now: Date): Promise<OpenCounts>;
  /** The sort key of a state's first open record; null if there is none. */
  sortKeyOfState(type: string, state: string, departments: readonly (string | null)[]): Promise<SortKey | null>;
  /** The sort key of a department's first record: among the open ones, otherwise among those with a decision at or after an instant. */
  sortKeyOfDepartment(departmentId: string | null, since: Date): Promise<SortKey | null>;
}
