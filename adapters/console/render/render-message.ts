import type { Card } from '../../../src/chat/card.ts';
import { html, type Markup } from '../../../src/html.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import type { ConsoleMessage } from '../messages.ts';
import { renderCard } from './render-card.ts';
import { renderIcon } from './render-icon.ts';

/** A message of a conversation: author, time (shown in the browser's own zone) and card. */
export function renderMessage(message: ConsoleMessage): Markup {
  return html`<li class="message" data-message="${message.id}" data-position="${message.position}"><p class="from"><b>qmbot</b><time datetime="${message.postedAt.toISOString()}"></time></p>${renderCard(message.card, message.locale)}</li>`;
}

/** A card that only one person sees, only in this tab: it is not stored as a message and disappears with the page. */
export function renderPrivate(card: Card, locale: Locale): Markup {
  return html`<li class="message private"><p class="from"><b>qmbot</b><span class="only-you">${renderIcon('lock')}${translate(locale, 'console.onlyYou')}</span></p>${renderCard(card, locale)}</li>`;
}
