import type { Card } from '../../src/chat/card.ts';
import type { Locale } from '../../src/i18n/locale.ts';

/** A card to post in the console. */
export interface NewConsoleMessage {
  /** The effect's unique key: a second append with it is a no-op. */
  readonly key: string;
  /** A channel's id, or a direct conversation's (`directSpace`). */
  readonly space: string;
  readonly card: Card;
  readonly locale: Locale;
  readonly postedAt: Date;
}

/** A card posted in the console. */
export interface ConsoleMessage extends NewConsoleMessage {
  readonly id: string;
  /** Its position in the conversation: the `sequence` it was posted with. */
  readonly position: number;
  /** Increases across all messages with every post and every replacement; unique. */
  readonly sequence: number;
}

/**
 * The console's messages, stored so that they survive a restart and other replicas see them. A reader who has seen `sequence` n
 * and asks for what came after it misses nothing: a smaller number never appears later.
 */
export interface ConsoleMessages {
  /** Posts a message, or returns the existing one with this key. */
  append(message: NewConsoleMessage): Promise<ConsoleMessage>;
  /** Redraws a message's card; null if there is no such message. */
  replace(id: string, card: Card, locale: Locale): Promise<ConsoleMessage | null>;
  findById(id: string): Promise<ConsoleMessage | null>;
  findByKey(key: string): Promise<ConsoleMessage | null>;
  /** Messages posted or replaced after `sequence`, in that order, `limit` at most. */
  since(sequence: number, limit: number): Promise<readonly ConsoleMessage[]>;
  /** The last `limit` messages of a space, oldest first; with `before`, the last ones before that position. */
  bySpace(space: string, limit: number, before?: number): Promise<readonly ConsoleMessage[]>;
  /** The greatest `sequence`; 0 if nothing has been posted. */
  latest(): Promise<number>;
}
