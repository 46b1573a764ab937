import type { Common } from './common.ts';

/** Something that somebody owes by a day, as a reminder needs it: what a state is for, or a duty beside it. */
export interface DueItem {
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly round: number;
  /** The duty beside the state's own; null for what the state's owners owe. */
  readonly duty: string | null;
  readonly ownerIds: readonly string[];
  readonly departmentId: string | null;
  readonly dueAt: Date;
  /** The day of the deadline, by the clock of the record's site. */
  readonly day: string;
  /** The deadline walks through a year whose holidays are not published. */
  readonly provisional: boolean;
  /** The one move that is waited for; null where there is a choice to make first. */
  readonly wants: string | null;
  readonly restricted: boolean;
  readonly readerIds: readonly string[];
  readonly snoozes: Common['snoozes'];
  readonly escalations: Common['escalations'];
}

/** Questions about deadlines, asked of all records at once. */
export interface DueLists {
  /** What is owed on open records of whatever type by an instant, the most late first; but for what people work through in a queue. */
  dueUntil(until: Date): Promise<readonly DueItem[]>;
}
