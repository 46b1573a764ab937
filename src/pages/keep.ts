import { html, type Markup } from '../html.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';

/** The attributes of a form whose entries the script keeps until they have arrived, with the text it shows in the meantime. */
export const keepAttributes = (locale: Locale): Markup =>
  html` data-keep="open" data-sending="${translate(locale, 'page.sending')}" data-kept="${translate(locale, 'page.kept')}" data-failed="${translate(locale, 'page.failed')}"`;
