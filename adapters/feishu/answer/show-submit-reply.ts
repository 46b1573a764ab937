import type { Reply } from '../../../src/chat/reply.ts';
import { toPlainText, words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import type { CardAction } from '../receive/receive.ts';
import type { CardJson } from '../render/card-json.ts';
import { fits } from '../render/card-size.ts';
import { renderCard } from '../render/render-card.ts';
import { renderForm } from '../render/render-form.ts';
import { type CallbackAnswer, renderClosedForm, renderToast } from '../render/render-toast.ts';
import { type Answering, deliver } from './answering.ts';

type Submit = CardAction & { readonly kind: 'submit' };

const inPlace = (card: CardJson): CallbackAnswer => ({ card: { type: 'raw', data: card } });

/** The form again with its errors. One too large to draw stays as it is, with the user's input. */
function showErrors(reply: Reply & { kind: 'errors' }, locale: Locale): CallbackAnswer {
  const card = renderForm(reply.form, locale, { fields: reply.errors, general: reply.general });
  if (fits(card))
    return { ...renderToast('error', reply.general ?? translate(locale, 'feishu.form.fix')), ...inPlace(card) };
  const errors = Object.values(reply.errors).join('\n');
  return renderToast('error', `${translate(locale, 'feishu.form.tooBig')}\n${errors}`);
}

/** The response to a submitted form: the next card replaces the form. */
export function showSubmitReply({ pictures }: Answering, reply: Reply, locale: Locale): CallbackAnswer {
  switch (reply.kind) {
    case 'toast': {
      if (reply.tone === 'error') return renderToast('error', toPlainText(reply.text));
      const title = reply.tone === 'good' ? 'feishu.form.done' : 'feishu.form.closed';
      return {
        ...renderToast(reply.tone, toPlainText(reply.text)),
        ...inPlace(renderClosedForm(reply, title, locale)),
      };
    }
    case 'form':
      return inPlace(renderForm(reply.form, locale));
    case 'errors':
      return showErrors(reply, locale);
    case 'card':
      return inPlace(renderCard(reply.card, locale, { direct: true, pictures: pictures.atOnce(reply.card, locale) }));
    case 'nothing': {
      const text = words(translate(locale, 'feishu.form.done'));
      return inPlace(renderClosedForm({ tone: 'good', text }, 'feishu.form.done', locale));
    }
    default:
      return reply satisfies never;
  }
}

/** The same after the submit has been answered already: the form's message is redrawn, or a new one sent if it cannot be. */
export async function showSubmitReplyLate(answering: Answering, submit: Submit, reply: Reply): Promise<void> {
  const { card } = showSubmitReply(answering, reply, submit.locale);
  const outcome = card && (await answering.sender.replace(submit.message, card.data));
  if (outcome?.outcome !== 'done') await deliver(answering, submit.interaction, reply);
}
