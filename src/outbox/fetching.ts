import type { ChatAdapter } from '../chat/port.ts';
import type { Effect } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** A file to be fetched. */
export type FetchEffect = Extract<Effect, { kind: 'fetch' }>;

/** What came of a try to fetch a file. */
export type Fetched =
  /** The record says what became of it. */
  { readonly outcome: 'done' } | { readonly outcome: 'later'; readonly afterMs: number; readonly reason: string };

/**
 * Fetches files, handed in by whoever wires the outbox. All of it may be repeated under one key, and then does nothing more.
 * A failure is taken for a passing one.
 */
export interface Fetching {
  /** `from` is null for a file that is made of the record itself. */
  fetch(
    effect: FetchEffect,
    record: RecordOf<unknown>,
    from: ChatAdapter | null,
    signal: AbortSignal,
  ): Promise<Fetched>;
  /** The platform never delivered it: the record is to say so. */
  giveUp(effect: FetchEffect, record: RecordOf<unknown>): Promise<void>;
}
