import type { Clock } from './clocks.ts';
import type { Extension } from './common.ts';

/** An open record past its deadline, as a digest needs it. */
export interface OverdueRow {
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly state: string;
  readonly round: number;
  readonly ownerIds: readonly string[];
  readonly departmentId: string | null;
  /** The day of the deadline in force, by the clock of the record's site. */
  readonly day: string;
  readonly dueAt: Date;
  readonly restricted: boolean;
  readonly extensions: readonly Extension[];
}

/** A record with its clocks: what all figures are reckoned from. */
export interface ClockRow {
  readonly number: string;
  readonly type: string;
  readonly state: string;
  readonly open: boolean;
  readonly departmentId: string | null;
  readonly restricted: boolean;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly clocks: readonly Clock[];
  readonly extensions: readonly Extension[];
  /** What its type copies of its data to be counted by, such as the cause of a finding. */
  readonly facets: Readonly<Record<string, string>>;
}

/** Questions of digests and summaries, asked of all records at once and answered without holding the event loop up. */
export interface Reports {
  /** Open records whose deadline is over at `now`, the oldest first. */
  overdue(now: Date): Promise<readonly OverdueRow[]>;
  /** Records on which something was decided at or after an instant. */
  changedSince(since: Date): Promise<readonly ClockRow[]>;
  /** Records that are open. */
  open(): Promise<readonly ClockRow[]>;
}
