import type { Effect } from './effect.ts';
import type { RecordOf } from './record.ts';

/** Carries out what decisions ask for; handed to the engine, which says when a record is saved. */
export interface Dispatch {
  /**
   * The effects of a decision as they are to be saved: those that this process will carry out at once are marked as its own, in the
   * same write. `record` is the record as it is about to be, with these effects among its own.
   */
  claim(record: RecordOf<unknown>, fresh: readonly Effect[]): Effect[];
  /**
   * A record was saved as it is given here. `done` names effects of its that were carried out with the same write, and need only
   * be noted.
   */
  saved(record: RecordOf<unknown>, done?: readonly string[]): void;
  /** A record whose effects were claimed was not saved. */
  notSaved(fresh: readonly Effect[]): void;
}

/** For programs that carry nothing out: the bot finds what they saved by itself. */
export const leftToTheBot: Dispatch = {
  claim: (_record, fresh) => [...fresh],
  saved: () => undefined,
  notSaved: () => undefined,
};
