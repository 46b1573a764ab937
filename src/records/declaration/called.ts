import type { Locale } from '../../i18n/locale.ts';

/** How people call a record type in chat, besides its name and the nouns of its words. */
export interface Called {
  /** Other nouns for it. What others are told to say is its slash command, else the first of these, else the noun of its words. */
  readonly nouns: Readonly<Record<Locale, readonly string[]>>;
  /** What is said to begin a new one, without a noun and a verb apart. */
  readonly phrases?: Readonly<Record<Locale, readonly string[]>>;
  /** Its slash command, without the slash. */
  readonly slash?: string;
}
