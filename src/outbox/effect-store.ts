import type { AdminAction, Dealt } from '../records/shape/admin-action.ts';
import type { Effect, StandingCard } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** The collections whose documents carry effects. */
export type StoreName = 'records' | 'occurrences' | 'inbox';

/** Values of `pending`. The last one is also used by the administrators' list. */
export const NOTHING_LEFT = 0;
export const WORK_LEFT = 1;
/** Nothing to do, but an effect was given up. */
export const GIVEN_UP = 2;

/** A document as the outbox sees it. */
export interface OutboxDocument {
  readonly id: string;
  readonly pending: number;
  readonly nextAt: Date;
  /** When the first of its cards must be reposted even if nothing changes; null if none must. */
  readonly renewAt: Date | null;
  /** Counts every write to the document, by decisions and by the outbox alike. */
  readonly revision: number;
  /** The version of the record; 0 if the document is not a record. */
  readonly version: number;
  readonly effects: readonly Effect[];
  readonly cards: readonly StandingCard[];
  /** Null if the document is not a record. */
  readonly record: RecordOf<unknown> | null;
}

/** Identifies a card. */
export type CardKey = Pick<StandingCard, 'platform' | 'workspace' | 'channel' | 'message'>;

/**
 * The documents of one collection and the outbox's writes to them. Each write is one guarded update, changes neither version nor history, increments
 * the revision, and says whether it took place; each fails as the connection does if the database is unreachable.
 */
export interface EffectStore {
  readonly name: StoreName;
  /** The ids of documents with something to do at `now`, longest due first. */
  due(now: Date, limit: number): Promise<readonly string[]>;
  /** Null if it does not exist. Fails with `outbox.unreadable` for a document that does not parse. */
  load(id: string): Promise<OutboxDocument | null>;
  /**
   * Saves the outbox part of a document (effects, cards, and when to look again) in one write; false, with nothing saved, if the document was written
   * since it was read.
   */
  replace(seen: OutboxDocument, next: OutboxDocument): Promise<boolean>;
  /** The same for writes that nobody is waiting for: those that arrive while a write is in progress are saved together by the next. */
  replaceSoon(seen: OutboxDocument, next: OutboxDocument): Promise<boolean>;
  /** The ids of open documents with cards that must be reposted. */
  ageing(now: Date, limit: number): Promise<readonly string[]>;
  /** Makes such a document due for the outbox. */
  wake(id: string, now: Date): Promise<boolean>;
  /** Moves an unreadable document behind the others. */
  setAside(id: string, now: Date, until: Date): Promise<boolean>;
  /** How many documents have work left. */
  countWaiting(): Promise<number>;
  /** Retries an effect that was given up from the beginning, regardless of earlier attempts; the write also records who did it. */
  revive(id: string, dealing: AdminAction): Promise<boolean>;
  /** Removes an effect that was given up; also records who did it. */
  discard(id: string, dealing: AdminAction): Promise<boolean>;
  /** The documents in which effects were revived or discarded, the latest first. */
  dealt(limit: number): Promise<readonly Dealt[]>;
  /** The ids of documents with effects that were given up and nothing else to do. */
  givenUp(limit: number): Promise<readonly string[]>;
}
