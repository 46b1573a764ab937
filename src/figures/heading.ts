import type { Block } from '../chat/card.ts';
import { words } from '../chat/text.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';

/** The heading of a card of figures: the period in words, whose services, and whether the period is still running. */
export interface ServiceHeading {
  readonly period: string;
  readonly whose: string | null;
  readonly running: boolean;
}

/** Notes on whose figures these are and that their period is still running; empty if neither applies. */
export function headingNotes({ whose, running }: ServiceHeading, locale: Locale): Block[] {
  const notes = [whose, running ? translate(locale, 'service.running') : null].filter((note) => note !== null);
  return notes.length === 0 ? [] : [{ kind: 'note', text: words(notes.join(translate(locale, 'service.dot'))) }];
}
