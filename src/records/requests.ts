import type { DecisionResult } from './decide/decision.ts';
import type { NewEvidence } from './decide/evidence.ts';
import type { Refusal } from './declaration/ask.ts';
import type { Actor } from './shape/actor.ts';
import type { RecordOf } from './shape/record.ts';

/** A wish for a new record. */
export interface CreateRequest {
  readonly type: string;
  readonly answers: unknown;
  readonly actor: Actor;
  /** Messages and files that it begins with, besides what the answers say. */
  readonly evidence?: readonly NewEvidence[];
  /** The interaction's id or the effect's key: the same origin always gives the same record. */
  readonly origin: string;
  /** Given for a child; else the next number of the year. */
  readonly number?: string;
  readonly parentNumber?: string;
}

/** The outcome of a wish for a new record. */
export type Created =
  /** `again`: it was there already, by the same wish or, where there is one alone, by another (`RecordType.onlyOrigin`). */
  | { readonly verdict: 'created'; readonly record: RecordOf<unknown>; readonly again: boolean }
  | { readonly verdict: 'errors'; readonly errors: Readonly<Record<string, Refusal>> };

/** The same, of several that are asked for together: the number that a wish gives may be another record's. */
export type CreatedOrTaken = Created | { readonly verdict: 'taken'; readonly number: string };

/** The outcome of a move, with the record as it then stands. */
export interface Performed {
  readonly record: RecordOf<unknown>;
  readonly verdict: DecisionResult<unknown>;
}
