import type { Locale } from '../../../i18n/locale.ts';
import { translate } from '../../../i18n/translate.ts';
import { findingWords } from '../words.ts';

/** Adds text in brackets: full-width ones in Chinese. */
export const withAside = (text: string, aside: string, locale: Locale) =>
  translate(locale, findingWords.aside, { text, aside });
