import type { Effect } from '../shape/effect.ts';
import type { RecordOf } from '../shape/record.ts';

/** How a decision is saved, with the effects this process will carry out itself. */
export interface Claimed {
  /** The decision's effects; those to be carried out right away are marked as leased by this process. */
  readonly effects: Effect[];
  /** When work is due: now, or later if all of it must wait. */
  readonly nextAt: Date;
}

/** Carries out effects of decisions; passed to the engine, which reports when a record is saved. */
export interface Dispatch {
  /** How to save a record: `record` is the version about to be saved, `fresh` are the effects added by the decision. */
  claim(record: RecordOf<unknown>, fresh: readonly Effect[]): Claimed;
  /** A record was saved as given here. `done` names effects already carried out by the same write, which only need to be noted. */
  saved(record: RecordOf<unknown>, nextAt: Date, done?: readonly string[]): void;
  /** A record with claimed effects was not saved. */
  notSaved(fresh: readonly Effect[]): void;
}

/** For programs that carry out nothing: the bot finds what they saved on its own. */
export const leftToTheBot: Dispatch = {
  claim: ({ updatedAt }, fresh) => ({ effects: [...fresh], nextAt: updatedAt }),
  saved: () => undefined,
  notSaved: () => undefined,
};
