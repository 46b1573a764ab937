import type { Card } from '../../../src/chat/card.ts';
import type { SendOutcome } from '../../../src/chat/port.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { toPlainText } from '../../../src/chat/text.ts';
import { within } from '../../../src/chat/within.ts';
import { type MessageKey, translate } from '../../../src/i18n/translate.ts';
import type { CardAction } from '../receive/receive.ts';
import type { CardJson } from '../render/card-json.ts';
import { renderCard } from '../render/render-card.ts';
import { type CallbackAnswer, renderToast } from '../render/render-toast.ts';
import { type Answering, deliver } from './answering.ts';

type Press = CardAction & { readonly kind: 'press' };

const redraw = (answering: Answering, { interaction, mark }: Press, card: Card): CardJson =>
  renderCard(card, answering.locale, {
    direct: interaction.direct,
    mark,
    pictures: answering.pictures.atOnce(card, answering.locale),
  });

interface Words {
  readonly sent: MessageKey;
  readonly notSent: MessageKey;
}

const formWords: Words = { sent: 'feishu.form.sent', notSent: 'feishu.form.notSent' };
const cardWords: Words = { sent: 'feishu.card.sent', notSent: 'feishu.card.notSent' };

/** Tells the presser about something sent to them separately from the card they pressed. */
function tellOfSend(
  answering: Answering,
  { interaction }: Press,
  outcome: SendOutcome | null,
  texts: Words,
): CallbackAnswer {
  switch (outcome?.outcome) {
    case undefined:
      return {};
    case 'sent':
      // In a direct message it appears right below.
      return interaction.direct ? {} : renderToast('info', translate(answering.locale, texts.sent));
    case 'refused':
      return renderToast('error', translate(answering.locale, texts.notSent));
    case 'later':
    case 'unknown':
      return renderToast('warning', translate(answering.locale, 'feishu.send.busy'));
    default:
      return outcome satisfies never;
  }
}

/** The response to a press: a toast with the card redrawn, or a notice of a form or card sent to the presser alone. */
export async function showPressReply(
  answering: Answering,
  press: Press,
  reply: Reply,
  millisecondsLeft: () => number,
): Promise<CallbackAnswer> {
  switch (reply.kind) {
    case 'toast': {
      const shown = reply.next ?? reply.refresh;
      const card = shown && redraw(answering, press, shown);
      return {
        ...renderToast(reply.tone, toPlainText(reply.text)),
        ...(card && { card: { type: 'raw', data: card } }),
      };
    }
    case 'form':
    case 'errors':
    case 'card': {
      const sending = deliver(answering, press.interaction, reply);
      answering.background.run(() => sending);
      const sent = await within(sending, millisecondsLeft());
      if (!sent.inTime) return renderToast('warning', translate(answering.locale, 'feishu.send.busy'));
      return tellOfSend(answering, press, sent.value, reply.kind === 'card' ? cardWords : formWords);
    }
    case 'nothing':
      return {};
    default:
      return reply satisfies never;
  }
}

/** The same after the press has been answered already: everything is sent as a message, the card is redrawn in place. */
export async function showPressReplyLate(answering: Answering, press: Press, reply: Reply): Promise<void> {
  const { place } = press.interaction;
  const shown = reply.kind === 'toast' ? (reply.next ?? reply.refresh) : undefined;
  if (shown && place) {
    await answering.sender.replace(place.message, redraw(answering, press, shown));
  }
  await deliver(answering, press.interaction, reply);
}
