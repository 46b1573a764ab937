import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import { within } from '../../../src/chat/within.ts';
import { translate } from '../../../src/i18n/translate.ts';
import type { CardAction } from '../receive/receive.ts';
import { type CallbackAnswer, renderClosedForm, renderToast } from '../render/render-toast.ts';
import { type Answering, ask } from './answering.ts';
import { showPressReply, showPressReplyLate } from './show-press-reply.ts';
import { showSubmitReply, showSubmitReplyLate } from './show-submit-reply.ts';

type Submit = CardAction & { readonly kind: 'submit' };

/** The submitted form with the files sent as replies to it; null if Feishu does not answer now. */
async function withFiles(
  { formFiles }: Answering,
  { interaction, chat, message, files }: Submit,
): Promise<Submit['interaction'] | null> {
  if (files === undefined) return interaction;
  const given = await formFiles.collect({ chat, message });
  if (given === null) return null;
  return given.length === 0 ? interaction : { ...interaction, answers: { ...interaction.answers, [files]: given } };
}

async function askWithFiles(answering: Answering, submit: Submit): Promise<Reply> {
  const interaction = await withFiles(answering, submit);
  if (interaction) return ask(answering, interaction);
  return { kind: 'toast', tone: 'error', text: words(translate(submit.locale, 'feishu.form.filesUnclear')) };
}

interface Shows {
  inTime(reply: Reply, millisecondsLeft: () => number): Promise<CallbackAnswer> | CallbackAnswer;
  late(reply: Reply): Promise<void>;
}

/** Calls the handler; if it takes too long, the user is told that nothing is confirmed yet, and the reply follows. */
async function answer(
  answering: Answering,
  action: CardAction & { kind: 'press' | 'submit' },
  shows: Shows,
): Promise<CallbackAnswer> {
  const begun = performance.now();
  const work = action.kind === 'submit' ? askWithFiles(answering, action) : ask(answering, action.interaction);
  const first = await within(work, answering.deadlines.work);
  if (first.inTime)
    return shows.inTime(first.value, () => Math.max(0, answering.deadlines.answer - (performance.now() - begun)));
  answering.background.run(() => work.then((reply) => shows.late(reply)));
  return renderToast('warning', translate(answering.locale, 'error.busy'));
}

/**
 * Responds to a pressed button or a submitted or canceled form within Feishu's three seconds. Such callbacks are never pushed again.
 * https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication (2026-11-23)
 */
export async function answerAction(answering: Answering, action: CardAction): Promise<CallbackAnswer> {
  switch (action.kind) {
    case 'press':
      return answer(answering, action, {
        inTime: (reply, left) => showPressReply(answering, action, reply, left),
        late: (reply) => showPressReplyLate(answering, action, reply),
      });
    case 'submit':
      return answer(answering, action, {
        inTime: (reply) => showSubmitReply(answering, reply, action.locale),
        late: (reply) => showSubmitReplyLate(answering, action, reply),
      });
    case 'cancel': {
      const text = words(translate(action.locale, 'feishu.form.cancelled'));
      const card = renderClosedForm({ tone: 'info', text }, 'feishu.form.cancelledTitle', action.locale);
      return { card: { type: 'raw', data: card } };
    }
    case 'unknown':
      return renderToast('warning', translate(answering.locale, 'feishu.card.unknown'));
    default:
      return action satisfies never;
  }
}
