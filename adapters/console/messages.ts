import type { Card } from '../../src/chat/card.ts';
import type { Locale } from '../../src/i18n/locale.ts';

/** A card to be posted in the console. */
export interface NewConsoleMessage {
  /** The effect's unique key: a second append with it changes nothing. */
  readonly key: string;
  /** A channel's id, or a direct conversation's (`directSpace`). */
  readonly space: string;
  readonly card: Card;
  readonly locale: Locale;
  readonly postedAt: Date;
}

/** A card that stands in the console. */
export interface ConsoleMessage extends NewConsoleMessage {
  readonly id: string;
  /** Where it stands in its conversation: the `sequence` it was posted with. */
  readonly position: number;
  /** Grows over all messages with every post and every replacement; no two are the same. */
  readonly sequence: number;
}

/**
 * The console's messages, where they outlive a restart and other replicas see them. Whoever has seen `sequence` n and asks
 * for what came since misses nothing: a smaller number never appears later.
 */
export interface ConsoleMessages {
  /** Posts a message, or gives the one that stands under this key. */
  append(message: NewConsoleMessage): Promise<ConsoleMessage>;
  /** Draws a message's card again; null when there is no such message. */
  replace(id: string, card: Card, locale: Locale): Promise<ConsoleMessage | null>;
  findById(id: string): Promise<ConsoleMessage | null>;
  findByKey(key: string): Promise<ConsoleMessage | null>;
  /** Messages posted or replaced after `sequence`, in that order, `limit` at most. */
  since(sequence: number, limit: number): Promise<readonly ConsoleMessage[]>;
  /** The last `limit` messages of a space, oldest first; with `before`, the last ahead of that position. */
  bySpace(space: string, limit: number, before?: number): Promise<readonly ConsoleMessage[]>;
  /** The greatest `sequence`; 0 when nothing was ever posted. */
  latest(): Promise<number>;
}
