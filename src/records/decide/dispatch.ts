import type { Effect } from '../shape/effect.ts';
import type { RecordOf } from '../shape/record.ts';

/** How a decision is saved, as far as it is carried out by this process. */
export interface Claimed {
  /** The decision's effects; those that will be carried out at once are marked as this process's own. */
  readonly effects: Effect[];
  /** When there is something to do: now, or later where all of it has to wait. */
  readonly nextAt: Date;
}

/** Carries out what decisions ask for; handed to the engine, which says when a record is saved. */
export interface Dispatch {
  /** How a record is to be saved: `record` is as it is about to be, `fresh` are the effects among its own that the decision adds. */
  claim(record: RecordOf<unknown>, fresh: readonly Effect[]): Claimed;
  /**
   * A record was saved as it is given here. `done` names effects of its that were carried out with the same write, and need only
   * be noted.
   */
  saved(record: RecordOf<unknown>, nextAt: Date, done?: readonly string[]): void;
  /** A record whose effects were claimed was not saved. */
  notSaved(fresh: readonly Effect[]): void;
}

/** For programs that carry nothing out: the bot finds what they saved by itself. */
export const leftToTheBot: Dispatch = {
  claim: ({ updatedAt }, fresh) => ({ effects: [...fresh], nextAt: updatedAt }),
  saved: () => undefined,
  notSaved: () => undefined,
};
