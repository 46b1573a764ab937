import type { Locale } from '../i18n/locale.ts';

/** How a letter reaches a customer's contact. */
export type LetterWay = 'mail' | 'sms';

/** A message to someone outside the organization, already written: neither its text nor its address is ever logged. */
export interface Letter {
  /** The effect's unique key: identifies the letter to the receiving server, however often it is sent. */
  readonly key: string;
  /** An e-mail address, or a telephone number. */
  readonly to: string;
  readonly locale: Locale;
  readonly subject: string;
  /** The whole message as plain text: paragraphs, in reading order. */
  readonly paragraphs: readonly string[];
  /** The link it contains. */
  readonly link: { readonly label: string; readonly url: string };
}

/** The outcome of handing over a letter. Only `unknown` leaves open whether it was accepted. */
export type HandedOver =
  | { readonly outcome: 'sent' }
  /** Definitely not accepted, and retrying will not help. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** Definitely not accepted; retry, but not before `afterMs`. */
  | { readonly outcome: 'later'; readonly reason: string; readonly afterMs: number }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** An outgoing channel. Nothing here retries: the outbox does. */
export interface LetterCarrier {
  readonly way: LetterWay;
  /** Whether the receiving server recognizes a letter by its key, so that handing it over twice delivers it once. */
  readonly repeatable: boolean;
  /** Never throws because of the other side or the network. */
  send(letter: Letter): Promise<HandedOver>;
}
