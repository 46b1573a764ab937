import type { AdminAction, Dealt } from '../records/shape/admin-action.ts';
import type { Effect, StandingCard } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** The collections whose documents carry effects. */
export type StoreName = 'records' | 'occurrences' | 'inbox';

/** Values of `pending`. The last one is also what an administrator's list asks for. */
export const NOTHING_LEFT = 0;
export const WORK_LEFT = 1;
/** Nothing to do, but some effect was given up. */
export const GIVEN_UP = 2;

/** A document as the outbox sees it. */
export interface OutboxDocument {
  readonly id: string;
  readonly pending: number;
  readonly nextAt: Date;
  /** When the first of its cards has to be posted again, though nothing changes; null when none ever has. */
  readonly renewAt: Date | null;
  /** Counts every write to the document, decisions and notes of the outbox alike. */
  readonly revision: number;
  /** Of the record; 0 where the document is none. */
  readonly version: number;
  readonly effects: readonly Effect[];
  readonly cards: readonly StandingCard[];
  /** Null where the document is not a record. */
  readonly record: RecordOf<unknown> | null;
}

/** Which card is meant. */
export type CardKey = Pick<StandingCard, 'platform' | 'workspace' | 'channel' | 'message'>;

/**
 * The documents of one collection and the writes of the outbox to them. Each write is one guarded update, touches neither
 * version nor history, counts the revision up, and says whether it took place; each fails as the connection does when the database is away.
 */
export interface EffectStore {
  readonly name: StoreName;
  /** The ids of documents with something to do at `now`, longest due first. */
  due(now: Date, limit: number): Promise<readonly string[]>;
  /** Null when there is none. Fails with `outbox.unreadable` for a document that does not parse. */
  load(id: string): Promise<OutboxDocument | null>;
  /**
   * Saves the outbox' part of a document (effects, cards, and when to look again) in one write; false, and nothing is saved,
   * when the document was written since it was read.
   */
  replace(seen: OutboxDocument, next: OutboxDocument): Promise<boolean>;
  /** The same for what nobody waits for: those that come while a write is on its way are saved together by the next. */
  replaceSoon(seen: OutboxDocument, next: OutboxDocument): Promise<boolean>;
  /** The ids of open documents with cards that have to be posted again. */
  ageing(now: Date, limit: number): Promise<readonly string[]>;
  /** Gives such a document to the outbox to work on. */
  wake(id: string, now: Date): Promise<boolean>;
  /** Puts a document that nobody can read behind the others. */
  setAside(id: string, now: Date, until: Date): Promise<boolean>;
  /** How many documents have something left to do. */
  countWaiting(): Promise<number>;
  /** Has an effect that was given up tried again from the beginning, whatever became of it before; who did it is noted with it. */
  revive(id: string, dealing: AdminAction): Promise<boolean>;
  /** Takes out an effect that was given up, likewise. */
  discard(id: string, dealing: AdminAction): Promise<boolean>;
  /** The documents in which effects were revived or discarded, the latest first. */
  dealt(limit: number): Promise<readonly Dealt[]>;
  /** The ids of documents with effects that were given up and nothing else to do. */
  givenUp(limit: number): Promise<readonly string[]>;
}
