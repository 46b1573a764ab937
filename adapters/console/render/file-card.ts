import type { Card } from '../../../src/chat/card.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';

/** Where the page fetches files from. */
export const FILES = '/console/api/files/';

/** A file as a message of the console: a card with a link that saves it. */
export function fileCard(name: string, url: string, locale: Locale): Card {
  const title = translate(locale, 'export.title.file');
  const link = { kind: 'link', text: translate(locale, 'export.download', { name }), url } as const;
  return { title, tone: 'good', summary: `${title} ${name}`, blocks: [{ kind: 'text', text: [link] }] };
}
