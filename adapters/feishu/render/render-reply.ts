import type { Uploaded } from '../../../src/charts/picture-uploads.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import type { CardJson } from './card-json.ts';
import { renderCard } from './render-card.ts';
import { renderForm } from './render-form.ts';
import { renderToastCard } from './render-toast.ts';

/** A reply as a card of its own, for a direct message; null if there is nothing to say. */
export function renderReply(reply: Reply, fallback: Locale, pictures?: Uploaded): CardJson | null {
  const { locale = fallback } = reply;
  switch (reply.kind) {
    case 'toast':
      return renderToastCard(reply);
    case 'form':
      return renderForm(reply.form, locale);
    case 'errors':
      return renderForm(reply.form, locale, { fields: reply.errors, general: reply.general });
    case 'card':
      return renderCard(reply.card, locale, { direct: true, pictures });
    case 'nothing':
      return null;
    default:
      return reply satisfies never;
  }
}

/** The card with the mark used to look it up in its chat. */
export function withMark(card: CardJson, mark: string): CardJson {
  const [first, ...rest] = card.body.elements;
  return first ? { ...card, body: { elements: [{ ...first, element_id: mark }, ...rest] } } : card;
}
