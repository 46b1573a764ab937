import type { Reply } from '../../../src/chat/reply.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { renderCard } from '../render/render-card.ts';
import { renderForm } from '../render/render-form.ts';
import { renderPrivate } from '../render/render-message.ts';
import { renderText } from '../render/render-text.ts';

/** A reply in the form the page takes: what to do, and the markup for it. */
export type ConsoleAnswer =
  | {
      readonly kind: 'toast';
      readonly tone: 'good' | 'info' | 'warning' | 'error';
      readonly html: string;
      readonly refresh?: string;
    }
  | { readonly kind: 'form' | 'errors'; readonly html: string }
  | { readonly kind: 'card'; readonly html: string; readonly replaces: boolean }
  | { readonly kind: 'nothing' };

/** Draws a reply in the visitor's language. */
export function answer(reply: Reply, locale: Locale): ConsoleAnswer {
  switch (reply.kind) {
    case 'toast': {
      const shown = reply.next ?? reply.refresh;
      const refresh = shown === undefined ? {} : { refresh: renderCard(shown, locale).toString() };
      return { kind: 'toast', tone: reply.tone, html: renderText(reply.text).toString(), ...refresh };
    }
    case 'form':
      return { kind: 'form', html: renderForm(reply.form, locale).toString() };
    case 'errors': {
      const general = reply.general === undefined ? {} : { general: reply.general };
      return { kind: 'errors', html: renderForm(reply.form, locale, { fields: reply.errors, ...general }).toString() };
    }
    case 'card':
      return { kind: 'card', html: renderPrivate(reply.card, locale).toString(), replaces: reply.replaces === true };
    case 'nothing':
      return { kind: 'nothing' };
    default:
      return reply satisfies never;
  }
}
