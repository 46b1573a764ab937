import type { ChatAdapter } from '../chat/port.ts';
import type { Effect } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** A file to fetch. */
export type FetchEffect = Extract<Effect, { kind: 'fetch' }>;

/** The result of an attempt to fetch a file. */
export type Fetched =
  /** The outcome is noted in the record. */
  { readonly outcome: 'done' } | { readonly outcome: 'later'; readonly afterMs: number; readonly reason: string };

/**
 * Fetches files, supplied by the code that wires the outbox. Everything may be repeated under one key, and then does nothing more. A failure counts
 * as temporary.
 */
export interface Fetching {
  /** `from` is null for a file made from the record itself. */
  fetch(
    effect: FetchEffect,
    record: RecordOf<unknown>,
    from: ChatAdapter | null,
    signal: AbortSignal,
  ): Promise<Fetched>;
  /** The platform never delivered it: the record must say so. */
  giveUp(effect: FetchEffect, record: RecordOf<unknown>): Promise<void>;
}
