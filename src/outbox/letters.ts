import type { LetterWay } from '../chat/letter.ts';
import type { Effect } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** A message to somebody at a customer's. */
export type LetterEffect = Extract<Effect, { kind: 'letter' }>;

/** What became of a letter. Only `unknown` leaves open whether it arrived. */
export type LetterOutcome =
  | { readonly outcome: 'sent'; readonly way: LetterWay }
  /** Surely not taken, and trying again will not help. */
  | { readonly outcome: 'refused'; readonly way: LetterWay; readonly reason: string }
  /** Surely not taken; to be tried again. */
  | { readonly outcome: 'later'; readonly way: LetterWay; readonly reason: string; readonly afterMs: number }
  | { readonly outcome: 'unknown'; readonly way: LetterWay; readonly reason: string }
  /** Nothing reaches this contact from here: people have to. */
  | { readonly outcome: 'byHand'; readonly reason: string }
  /** It is no longer wanted. */
  | { readonly outcome: 'dropped' };

/** How letters are written and sent, handed in by whoever wires the outbox. */
export interface Letters {
  /**
   * Writes a letter from its record as it stands and hands it over. `begun` tells that it may have been handed over before: a way whose
   * receiver knows a letter by its key again repeats it, any other says `unknown`. Does not throw for what the other side did.
   */
  send(effect: LetterEffect, record: RecordOf<unknown>, begun: Date | null): Promise<LetterOutcome>;
  /** Tells the record what became of it in the end; once for each key. */
  note(effect: LetterEffect, record: RecordOf<unknown>, outcome: LetterOutcome): Promise<void>;
}
