import { Binary, Long } from 'bson';
import type { Clock } from '../../clock.ts';
import { decode, encode } from './bson-bytes.ts';
import { type DocumentStore, SESSION } from './document-store.ts';
import { type Doc, isDocument, isNumeric } from './values.ts';

/** https://www.mongodb.com/docs/manual/reference/parameters/#mongodb-parameter-param.localLogicalSessionTimeoutMinutes */
export const SESSION_MINUTES = 30;

interface LastWrite {
  number: number;
  reply: Doc;
  at: Date;
}

/**
 * The answer to each session's last write, kept with the write itself: a driver that lost the answer asks again with
 * the same number, perhaps after a crash, and must get the first answer and not a second write
 * (https://www.mongodb.com/docs/manual/core/retryable-writes/).
 */
export class Sessions {
  readonly #store: DocumentStore;
  readonly #clock: Clock;
  readonly #lastWrites = new Map<string, LastWrite>();

  constructor(store: DocumentStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  load(key: string, bytes: Buffer): void {
    const { number, reply, at } = decode(bytes);
    if (!key.startsWith(SESSION) || !isNumeric(number) || !isDocument(reply) || !(at instanceof Date)) return;
    this.#lastWrites.set(key.slice(SESSION.length), { number: Number(number), reply, at });
  }

  /** The answer given to this very write, if it was done before. */
  answerTo(session: string, number: number): Doc | undefined {
    const last = this.#lastWrites.get(session);
    return last?.number === number ? last.reply : undefined;
  }

  remember(session: string, number: number, reply: Doc): void {
    const last = { number, reply, at: this.#clock.now() };
    this.#lastWrites.set(session, last);
    this.#store.put(SESSION + session, encode({ ...last, number: Long.fromNumber(number) }));
  }

  forget(session: string): void {
    if (this.#lastWrites.delete(session)) this.#store.remove(SESSION + session);
  }

  /** Forgets the sessions that their drivers would not use any more. */
  sweep(): void {
    const oldest = this.#clock.now().getTime() - SESSION_MINUTES * 60_000;
    for (const [session, { at }] of this.#lastWrites) if (at.getTime() < oldest) this.forget(session);
  }
}

/** The id of the session that a command carries, as text. */
export function sessionOf(lsid: unknown): string | undefined {
  const id = isDocument(lsid) ? lsid.id : undefined;
  return id instanceof Binary ? id.toString('hex') : undefined;
}
