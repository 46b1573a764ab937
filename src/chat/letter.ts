import type { Locale } from '../i18n/locale.ts';

/** By which way a letter to a customer's contact goes. */
export type LetterWay = 'mail' | 'sms';

/** A message to somebody outside, written already: neither its words nor its address are ever logged. */
export interface Letter {
  /** The effect's unique key: what the receiver knows the letter by, whenever it is sent. */
  readonly key: string;
  /** An e-mail address, or a telephone number. */
  readonly to: string;
  readonly locale: Locale;
  readonly subject: string;
  /** The whole message as plain text: paragraphs, in the order in which they are read aloud. */
  readonly paragraphs: readonly string[];
  /** Where it leads. */
  readonly link: { readonly label: string; readonly url: string };
}

/** What became of handing a letter over. Only `unknown` leaves open whether it was taken. */
export type HandedOver =
  | { readonly outcome: 'sent' }
  /** Surely not taken, and trying again will not help. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** Surely not taken; to be tried again, not before `afterMs`. */
  | { readonly outcome: 'later'; readonly reason: string; readonly afterMs: number }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** A way out. Nothing here retries: the outbox does. */
export interface LetterCarrier {
  readonly way: LetterWay;
  /** Whether the receiver knows a letter by its key, so that handing it over twice delivers it once. */
  readonly repeatable: boolean;
  /** Never throws for what the other side or the network did. */
  send(letter: Letter): Promise<HandedOver>;
}
