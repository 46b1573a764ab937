import type { Locale } from '../../i18n/locale.ts';

/** What people call a record type in chat, in addition to its name and the nouns of its words. */
export interface Called {
  /** Other nouns for it. Help texts suggest its slash command, otherwise the first of these, otherwise the noun of its words. */
  readonly nouns: Readonly<Record<Locale, readonly string[]>>;
  /** Phrases that start a new one, without a separate noun and verb. */
  readonly phrases?: Readonly<Record<Locale, readonly string[]>>;
  /** Its slash command, without the slash. */
  readonly slash?: string;
}
