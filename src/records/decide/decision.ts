import type { Refusal } from '../declaration/ask.ts';
import type { BoundMove } from '../declaration/move.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { Actor } from '../shape/actor.ts';
import type { Routes } from '../shape/address.ts';
import type { EffectIntent } from '../shape/effect.ts';
import type { HistoryEntry } from '../shape/history.ts';
import type { RecordOf } from '../shape/record.ts';

/** A request to make a move on a record. */
export interface MoveRequest {
  readonly move: string;
  /** Answers to the move's form, unparsed. */
  readonly answers: unknown;
  readonly actor: Actor;
  /** The interaction's id, or the key of the effect: repeating a move under the same id gives the same answer. */
  readonly interaction: string;
  /** The round in which the button was drawn; null if it was not a button. */
  readonly round: number | null;
}

/** A decision's external inputs, passed in so that it stays pure. */
export interface DecisionContext extends RecordContext {
  readonly routes: Routes;
  /** A fresh random salt for a text in the history. */
  salt(): string;
}

/** The outcome of a request. */
export type DecisionResult<Data> =
  | {
      readonly verdict: 'done';
      readonly record: RecordOf<Data>;
      readonly entry: HistoryEntry;
      readonly intents: readonly EffectIntent[];
      readonly bound: BoundMove<Data>;
    }
  | { readonly verdict: 'repeated'; readonly entry: HistoryEntry; readonly bound: BoundMove<Data> | null }
  | { readonly verdict: 'errors'; readonly errors: Readonly<Record<string, Refusal>> }
  | { readonly verdict: 'refused'; readonly refusal: Refusal };
