import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { within } from '../../src/chat/within.ts';
import { translate } from '../../src/i18n/translate.ts';
import { type Answering, ask } from './answering.ts';
import type { CardAction } from './receive.ts';
import { type CallbackAnswer, renderClosedForm, renderToast } from './render-toast.ts';
import { showPressReply, showPressReplyLate } from './show-press-reply.ts';
import { showSubmitReply, showSubmitReplyLate } from './show-submit-reply.ts';

interface Shows {
  inTime(reply: Reply, millisecondsLeft: () => number): Promise<CallbackAnswer> | CallbackAnswer;
  late(reply: Reply): Promise<void>;
}

/** Asks the handler; when it takes too long, the person is told that nothing is confirmed, and the reply follows. */
async function answer(
  answering: Answering,
  action: CardAction & { kind: 'press' | 'submit' },
  shows: Shows,
): Promise<CallbackAnswer> {
  const begun = performance.now();
  const work = ask(answering, action.interaction);
  const first = await within(work, answering.deadlines.work);
  if (first.inTime)
    return shows.inTime(first.value, () => Math.max(0, answering.deadlines.answer - (performance.now() - begun)));
  answering.background.run(work.then((reply) => shows.late(reply)));
  return renderToast('warning', translate(answering.locale, 'error.busy'));
}

/**
 * Answers a press, a submitted or a cancelled form, within Feishu's three seconds. Such callbacks are never pushed again.
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
        inTime: (reply) => showSubmitReply(reply, action.locale),
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
