import type { DeadlineClock } from './clocks.ts';
import type { Common, Extension } from './common.ts';
import type { Duty } from './record.ts';

/** Something on an open record that is past its deadline, as a digest needs it: what its state is for, or a duty beside it. */
export interface OverdueRow {
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly state: string;
  readonly round: number;
  /** The duty beside the state's own, and which of several it is; null for what the state's owners owe. */
  readonly duty: Pick<Duty, 'step' | 'of'> | null;
  readonly ownerIds: readonly string[];
  readonly departmentId: string | null;
  /** The day of the deadline in force, by the clock of the record's site. */
  readonly day: string;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly extensions: readonly Extension[];
}

/** An opinion that was asked for, as far as its deadline goes. */
export type AskedOpinion = Pick<Common['opinions'][number], 'id' | 'at' | 'dueDay' | 'answeredAt'>;

/** A record with its clocks: what all figures are computed from. */
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
  /** What its type copies of its data to be counted by, such as the cause of a finding. */
  readonly facets: Readonly<Record<string, string>>;
}

/** A record on which something was decided, and what is owed on it now. */
export interface ChangedRow extends ClockRow {
  readonly owed: readonly Pick<OverdueRow, 'duty' | 'dueAt'>[];
}

/** How many records of a type are open. */
export interface OpenCounts {
  readonly all: number;
  readonly overdue: number;
  readonly byState: readonly { readonly state: string; readonly count: number }[];
}

/** By what a record comes before another where figures are equal: see `comparePlaces`. */
export interface SortKey {
  readonly isOpen: boolean;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Open records come first, what has no deadline before the earliest one; then the others, by their last decision. */
export function compareSortKeys(left: SortKey | null, right: SortKey | null): number {
  if (!left || !right) return 0;
  if (left.isOpen !== right.isOpen) return left.isOpen ? -1 : 1;
  const [one, other] = [left, right].map(
    ({ isOpen, dueAt, updatedAt }) => (isOpen ? dueAt : updatedAt)?.getTime() ?? 0,
  );
  return (one ?? 0) - (other ?? 0) || left.createdAt.getTime() - right.createdAt.getTime();
}

/** How much is overdue in a department, of what is not restricted. What somebody owes counts: a record for its state, and for each duty. */
export interface OverdueCount {
  /** Null for what no department has yet. */
  readonly departmentId: string | null;
  readonly now: number;
  /** How much of it was due before the instant that it is held against. */
  readonly earlier: number;
}

/** Questions of digests and summaries, answered by counting along indexes as far as that can be, and without holding the event loop up. */
export interface Reports {
  /** These departments, null, and whatever else records have for a department: one that is no longer in the organisation. */
  departments(known: readonly string[]): Promise<readonly (string | null)[]>;
  countOverdue(departments: readonly (string | null)[], now: Date, then: Date): Promise<readonly OverdueCount[]>;
  /** How much of what is restricted is overdue in these departments. */
  countRestricted(departments: readonly (string | null)[], now: Date): Promise<number>;
  /** The first of what is overdue in a department, the oldest first, of equally old ones the states before the duties; nothing restricted. */
  oldestOverdue(departmentId: string | null, now: Date, limit: number): Promise<readonly OverdueRow[]>;
  /** Records on which something was decided at or after an instant, in the order of the last decision. */
  changedSince(since: Date): Promise<readonly ChangedRow[]>;
  /**
   * Records that summaries have to read: open, or with a decision at or after an instant; the open ones first, by their deadlines,
   * then by the last decision. Nothing restricted. What is not among them tells no more than `countFigures` counts.
   */
  figured(departments: readonly (string | null)[], since: Date): Promise<readonly ClockRow[]>;
  /** Records of a type that are open, or on which something was decided at or after an instant. Nothing restricted. */
  clocks(type: string, departments: readonly (string | null)[], since: Date): Promise<readonly ClockRow[]>;
  /**
   * Of these departments, how many records of a type were created in a span, both ends included; and of all types how many
   * deadlines of departments came to their end in it, and are missed at `now`, on records that need not be read (`figured`).
   */
  countFigures(
    type: string,
    departments: readonly (string | null)[],
    span: { readonly from: Date; readonly to: Date },
    now: Date,
  ): Promise<{ readonly opened: number; readonly late: number }>;
  /** What is open of a type in these departments: in all, with a deadline missed, and in each state that there is. */
  countOpen(type: string, departments: readonly (string | null)[], now: Date): Promise<OpenCounts>;
  /** The place of a state's first open record among all that are open; null where there is none. */
  sortKeyOfState(type: string, state: string, departments: readonly (string | null)[]): Promise<SortKey | null>;
  /** The place of a department's first record: among the open ones, else among those with a decision at or after an instant. */
  sortKeyOfDepartment(departmentId: string | null, since: Date): Promise<SortKey | null>;
}
