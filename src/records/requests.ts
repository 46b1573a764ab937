import type { DecisionResult } from './decide/decision.ts';
import type { NewEvidence } from './decide/evidence.ts';
import type { Refusal } from './declaration/ask.ts';
import type { Actor } from './shape/actor.ts';
import type { RecordOf } from './shape/record.ts';

/** A request for a new record. */
export interface CreateRequest {
  readonly type: string;
  readonly answers: unknown;
  readonly actor: Actor;
  /** Initial messages and files, in addition to the answers. */
  readonly evidence?: readonly NewEvidence[];
  /** The interaction's id or the effect's key: the same origin always gives the same record. */
  readonly origin: string;
  /** Given for a child; otherwise the next number of the year. */
  readonly number?: string;
  readonly parentNumber?: string;
}

/** The outcome of a request for a new record. */
export type Created =
  /** `again`: it already existed, from the same request or, for a singleton, from another one (`RecordType.onlyOrigin`). */
  | { readonly verdict: 'created'; readonly record: RecordOf<unknown>; readonly again: boolean }
  | { readonly verdict: 'errors'; readonly errors: Readonly<Record<string, Refusal>> };

/** The same, for several requests at once: a given number may belong to another record. */
export type CreatedOrTaken = Created | { readonly verdict: 'taken'; readonly number: string };

/** The outcome of a move, with the record as it then stands. */
export interface Performed {
  readonly record: RecordOf<unknown>;
  readonly verdict: DecisionResult<unknown>;
}
