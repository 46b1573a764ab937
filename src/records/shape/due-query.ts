import type { Common } from './common.ts';

/** Something owed by a day, as needed for a reminder: the state's own work, or a duty. */
export interface DueItem {
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly round: number;
  /** The duty; null for what the state's owners owe. */
  readonly duty: string | null;
  readonly ownerIds: readonly string[];
  readonly departmentId: string | null;
  readonly dueAt: Date;
  /** The day of the deadline, by the clock of the record's site. */
  readonly day: string;
  /** The deadline runs through a year whose holidays are not published. */
  readonly provisional: boolean;
  /** The one expected move; null if there is a choice to make first. */
  readonly wants: string | null;
  readonly restricted: boolean;
  readonly readerIds: readonly string[];
  readonly snoozes: Common['snoozes'];
  readonly escalations: Common['escalations'];
}

/** Deadline queries over all records. */
export interface DueLists {
  /** Everything due on open records of any type by an instant, most overdue first; records in queues are left out. */
  dueUntil(until: Date): Promise<readonly DueItem[]>;
}
