import type { Card } from '../../chat/card.ts';
import { words } from '../../chat/text.ts';
import type { Locale } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';

/** The card for a record the viewer may not see: no number, title or owner. */
export function hiddenCard(locale: Locale): Card {
  const title = translate(locale, 'card.hidden.title');
  const note = translate(locale, 'card.hidden.note');
  return { title, tone: 'muted', summary: title, blocks: [{ kind: 'note', text: words(note) }] };
}
