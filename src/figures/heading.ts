import type { Block } from '../chat/card.ts';
import { words } from '../chat/text.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';

/** How a card of figures is headed: the period in words, whose services, and whether the period still runs. */
export interface ServiceHeading {
  readonly period: string;
  readonly whose: string | null;
  readonly running: boolean;
}

/** Whose figures these are, and that their period still runs; nothing where neither is to be said. */
export function headingNotes({ whose, running }: ServiceHeading, locale: Locale): Block[] {
  const notes = [whose, running ? translate(locale, 'service.running') : null].filter((note) => note !== null);
  return notes.length === 0 ? [] : [{ kind: 'note', text: words(notes.join(translate(locale, 'service.dot'))) }];
}
