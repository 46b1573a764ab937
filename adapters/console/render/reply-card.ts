import type { Card } from '../../../src/chat/card.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { toPlainText } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';

const tones = { good: 'good', info: 'neutral', warning: 'warning', error: 'late' } as const;

/** A reply as a card of a conversation; null if there is nothing to say. A form becomes a button that requests it. */
export function cardOf(reply: Reply, locale: Locale): Card | null {
  switch (reply.kind) {
    case 'card':
      return reply.card;
    case 'toast': {
      const title = toPlainText(reply.text);
      return { title, tone: tones[reply.tone], summary: title, blocks: [] };
    }
    case 'form':
    case 'errors': {
      const { id, title, context } = reply.form;
      const button = { action: id, label: translate(locale, 'common.open'), value: context, style: 'primary' } as const;
      return { title, tone: 'action', summary: title, blocks: [{ kind: 'buttons', buttons: [button] }] };
    }
    case 'nothing':
      return null;
    default:
      return reply satisfies never;
  }
}
