import type { Clock } from './clocks.ts';
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
  readonly restricted: boolean;
  readonly extensions: readonly Extension[];
}

/** An opinion that was asked for, as far as its deadline goes. */
export type AskedOpinion = Pick<Common['opinions'][number], 'id' | 'at' | 'dueDay' | 'answeredAt'>;

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
  readonly opinions: readonly AskedOpinion[];
  /** What its type copies of its data to be counted by, such as the cause of a finding. */
  readonly facets: Readonly<Record<string, string>>;
}

/** Questions of digests and summaries, asked of all records at once and answered without holding the event loop up. */
export interface Reports {
  /** What is past its deadline at `now` on open records, the oldest first. */
  overdue(now: Date): Promise<readonly OverdueRow[]>;
  /** Records on which something was decided at or after an instant. */
  changedSince(since: Date): Promise<readonly ClockRow[]>;
  /** Records that are open. */
  open(): Promise<readonly ClockRow[]>;
}
