import type { Dealing, Dealt } from '../records/dealing.ts';
import type { Effect, StandingCard } from '../records/effect.ts';
import type { RecordOf } from '../records/record.ts';

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
  /** Of the record; 0 where the document is none. */
  readonly version: number;
  readonly effects: readonly Effect[];
  readonly cards: readonly StandingCard[];
  /** Null where the document is not a record. */
  readonly record: RecordOf<unknown> | null;
}

/** Which card is meant. */
export type CardKey = Pick<StandingCard, 'platform' | 'workspace' | 'channel' | 'message'>;

/** What a try that did not end the effect leaves behind. */
export interface Postponement {
  readonly status: Effect['status'];
  readonly attempts: number;
  readonly notBefore: Date;
  readonly begun: Date | null;
  readonly reason: string;
}

/**
 * The documents of one collection and the writes of the outbox to them. Each write is one guarded update, touches neither
 * version nor history, and says whether it took place; each fails as the connection does when the database is away.
 */
export interface EffectStore {
  readonly name: StoreName;
  /** The ids of documents with something to do at `now`, longest due first. */
  due(now: Date, limit: number): Promise<readonly string[]>;
  /** Null when there is none. Fails with `outbox.unreadable` for a document that does not parse. */
  load(id: string): Promise<OutboxDocument | null>;
  /** Leases an effect that is still as it was seen, and notes since when a send of it may stand. */
  claim(
    id: string,
    seen: Effect,
    lease: { readonly by: string; readonly until: Date },
    begun: Date | null,
  ): Promise<boolean>;
  /** Gives an effect back that `by` had leased. */
  postpone(id: string, key: string, by: string, change: Postponement): Promise<boolean>;
  /** Removes an effect that `by` had leased, and in the same write notes where its card stands. */
  complete(id: string, key: string, by: string, card: StandingCard | null, now: Date): Promise<boolean>;
  /** Removes an effect of which no send was ever begun. */
  drop(id: string, key: string): Promise<boolean>;
  /** Notes which version a card shows. */
  shown(id: string, card: CardKey, version: number): Promise<boolean>;
  /** Forgets a card, and in the same write asks for a new one. */
  forget(id: string, card: CardKey, replacement: Effect | null, now: Date): Promise<boolean>;
  /** Asks for a new card in place of one that still stands; once for each key. */
  renew(id: string, card: CardKey, replacement: Effect, now: Date): Promise<boolean>;
  /** The ids of open documents with cards that have to be posted anew. */
  ageing(now: Date, limit: number): Promise<readonly string[]>;
  /** Gives such a document to the outbox to work on. */
  wake(id: string, now: Date): Promise<boolean>;
  /** Says when to look again, and when a card has to be posted anew, unless a decision or another sender changed the document since it was loaded. */
  settle(seen: OutboxDocument, pending: number, nextAt: Date, renewAt: Date | null): Promise<boolean>;
  /** Puts a document that nobody can read behind the others. */
  setAside(id: string, now: Date, until: Date): Promise<boolean>;
  /** How many documents have something left to do. */
  countWaiting(): Promise<number>;
  /** Has an effect that was given up tried again from the beginning, whatever became of it before; who did it is noted with it. */
  revive(id: string, dealing: Dealing): Promise<boolean>;
  /** Takes out an effect that was given up, likewise. */
  discard(id: string, dealing: Dealing): Promise<boolean>;
  /** The documents in which effects were revived or discarded, the latest first. */
  dealt(limit: number): Promise<readonly Dealt[]>;
  /** The ids of documents with effects that were given up and nothing else to do. */
  givenUp(limit: number): Promise<readonly string[]>;
}
