import type { Button } from '../../../src/chat/card.ts';
import { type Text, toPlainText } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { limits } from '../limits.ts';
import { createButtonDrawer } from './render-button.ts';
import type { SlackMessage } from './render-card.ts';
import { notificationText, richText, richTextOf, section } from './render-text.ts';

/** A short answer as a message, with a button under it if one is given. */
export function renderToast(text: Text, locale: Locale, button?: Button): SlackMessage {
  return {
    text: notificationText(toPlainText(text)),
    blocks: [
      richTextOf(section(richText(text, limits.text, locale))),
      ...(button ? [{ type: 'actions' as const, elements: [createButtonDrawer()(button)] }] : []),
    ],
  };
}
