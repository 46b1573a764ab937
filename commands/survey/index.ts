import type { Interaction } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Context } from '../context.ts';
import { sendAll } from './send-all.ts';
import { showToSend } from './to-send.ts';

const nouns = ['survey', 'surveys', 'projectsurvey', '调查', '满意度调查', '项目满意度调查'];
const sendWords = ['send', '发出', '发送', '一次发出'];
const phrases = ['发出调查', '调查发出', '发出满意度调查', '满意度调查发出'];

/** `/survey send`, `发出调查`: a lead's surveys that wait to be sent, on one card. Null for what says anything else. */
export function answerSurvey(text: string, context: Context): Promise<Reply> | null {
  const [noun = '', verb = '', ...more] = text.toLowerCase().split(/\s+/);
  const isSaid = nouns.includes(noun) && sendWords.includes(verb) && more.length === 0;
  return isSaid || phrases.includes(text.replace(/\s/g, '')) ? showToSend(context) : null;
}

/** The answer to a button of this room; null for any other. */
export function pressSurvey(
  { action }: Extract<Interaction, { kind: 'press' }>,
  context: Context,
): Promise<Reply> | null {
  return action === 'survey.sendAll' ? sendAll(context) : null;
}
