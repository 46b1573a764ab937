import type { Reply } from '../../src/chat/reply.ts';
import { translate } from '../../src/i18n/translate.ts';
import { projectSurvey } from '../../src/quality/project-survey/project-survey.ts';
import { type Command, command, spokenOf } from '../command.ts';
import type { Context } from '../context.ts';
import { nounsOf } from '../record/nouns.ts';
import { toast } from '../replies.ts';
import { findToSend, showToSend } from './to-send.ts';

/** Sends all that are waiting: each is a separate decision, so that one rejection does not block the others, and a second press sends nothing again. */
async function sendAll(context: Context): Promise<Reply> {
  const { records, actor, origin } = context;
  const { ready } = await findToSend(context);
  let sent = 0;
  for (const { id, number } of ready) {
    const request = { move: 'send', answers: {}, actor, interaction: `${origin}:${number}`, round: null };
    const { verdict } = await records.perform({ id }, request);
    if (verdict.verdict === 'done' || verdict.verdict === 'repeated') sent += 1;
  }
  if (ready.length === 0) return toast(context, 'info', { key: 'survey.send.nothing' });
  const tone = sent === ready.length ? 'good' : 'warning';
  return toast(context, tone, { key: 'survey.send.sent', params: { sent, of: ready.length } });
}

const sending = spokenOf(nounsOf(projectSurvey), {
  'zh-CN': ['发出', '发送', '一次发出'],
  en: ['send'],
});

/** Commands for all surveys of a month at once. */
export const surveyCommands: readonly Command[] = [
  command({
    id: 'survey.send',
    does: (locale) => translate(locale, 'help.projectSurvey'),
    topic: 'act',
    phrases: {
      'zh-CN': ['发出调查', '发出满意度调查', ...sending['zh-CN']],
      en: sending.en,
    },
    say: (_rest, _said, context) => showToSend(context),
  }),
  command({ id: 'survey.sendAll', press: (_value, _press, context) => sendAll(context) }),
];
