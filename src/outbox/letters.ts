import type { LetterWay } from '../chat/letter.ts';
import type { Effect } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** A message to a customer's contact. */
export type LetterEffect = Extract<Effect, { kind: 'letter' }>;

/** The outcome of a letter. Only `unknown` leaves open whether it arrived. */
export type LetterOutcome =
  | { readonly outcome: 'sent'; readonly way: LetterWay }
  /** Definitely not accepted, and retrying will not help. */
  | { readonly outcome: 'refused'; readonly way: LetterWay; readonly reason: string }
  /** Definitely not accepted; must be retried. */
  | { readonly outcome: 'later'; readonly way: LetterWay; readonly reason: string; readonly afterMs: number }
  | { readonly outcome: 'unknown'; readonly way: LetterWay; readonly reason: string }
  /** The bot cannot reach this contact: people must. */
  | { readonly outcome: 'byHand'; readonly reason: string }
  /** It is no longer wanted. */
  | { readonly outcome: 'dropped' };

/** How letters are written and sent, supplied by the code that wires the outbox. */
export interface Letters {
  /**
   * Writes a letter from its record's current state and hands it over. `begun` means that it may have been handed over before: a way whose server
   * recognizes a letter by its key repeats it, any other returns `unknown`. Does not throw because of the other side.
   */
  send(effect: LetterEffect, record: RecordOf<unknown>, begun: Date | null): Promise<LetterOutcome>;
  /** Notifies the record of the final outcome; once for each key. */
  note(effect: LetterEffect, record: RecordOf<unknown>, outcome: LetterOutcome): Promise<void>;
}
