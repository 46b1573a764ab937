import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { renderCard, type SlackMessage } from './render-card.ts';
import { renderToast } from './render-toast.ts';

/**
 * A reply as a message of its own; null if there is nothing to say. A form needs a trigger, which only a press gives: it
 * becomes a button that requests the form's action with its context.
 * @throws AppError `slack.unfit` if it is beyond Slack's limits.
 */
export function renderReply(reply: Reply, locale: Locale): SlackMessage | null {
  switch (reply.kind) {
    case 'toast':
      return renderToast(reply.text, locale);
    case 'card':
      return renderCard(reply.card, locale);
    case 'form':
    case 'errors': {
      const { id, title, context } = reply.form;
      const button = { action: id, label: translate(locale, 'common.open'), value: context, style: 'primary' } as const;
      return renderToast(words(translate(locale, 'slack.openForm', { title })), locale, button);
    }
    case 'nothing':
      return null;
    default:
      return reply satisfies never;
  }
}
