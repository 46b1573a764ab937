/** An open record with a deadline, as a reminder needs it. */
export interface DueRecord {
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly ownerIds: readonly string[];
  readonly departmentId: string | null;
  /** The day of the deadline, by the clock of the record's site. */
  readonly day: string;
  /** The deadline walks through a year whose holidays are not published. */
  readonly provisional: boolean;
}

/** Questions about deadlines, asked of all records at once. */
export interface DueLists {
  /** Open records of whatever type whose deadline is not after `until`, each owner's together, the most late first. */
  dueByOwner(until: Date): Promise<ReadonlyMap<string, readonly DueRecord[]>>;
}
