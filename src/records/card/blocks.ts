import type { Block, Fact } from '../../chat/card.ts';
import { type Text, words } from '../../chat/text.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, translate } from '../../i18n/translate.ts';

/** Writes facts for a card in a language: a label and a value; empty if there is no value. */
export const factIn =
  (locale: Locale) =>
  (label: MessageKey, value: Text | string | null | undefined): Fact[] =>
    value ? [{ label: translate(locale, label), value: typeof value === 'string' ? words(value) : value }] : [];

/** Quotes a person's text under a heading, for a card in a language; empty if there is none. */
export const quotedIn =
  (locale: Locale) =>
  (heading: MessageKey, text: string | null | undefined): Block[] =>
    text
      ? [
          { kind: 'heading', text: translate(locale, heading) },
          { kind: 'quote', text: words(text) },
        ]
      : [];
