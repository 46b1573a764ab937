import type { Interaction } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Context } from '../context.ts';
import { pressAdmin, showAdmin } from './admin.ts';
import { answerAway, pressAway, submitAway } from './away.ts';
import { answerDigest, listAllOverdue, previewMonthly, previewWeekly } from './digest.ts';

type Answer = (text: string, said: Interaction, context: Context) => Reply | Promise<Reply>;

/** What is said of no record, by its words in both languages. */
const commands: readonly { readonly words: readonly string[]; readonly answer: Answer }[] = [
  { words: ['away', 'leave', '休假', '请假', '外出', '代理'], answer: answerAway },
  { words: ['admin', '管理', '运行情况'], answer: (_text, _said, context) => showAdmin(context) },
  { words: ['digest'], answer: answerDigest },
  { words: ['周报预览', '预览周报', '周报'], answer: previewWeekly },
  { words: ['月报预览', '预览月报', '月报'], answer: previewMonthly },
];

/** The answer to `/qm WORD ...`; null when the word is none of these. A Chinese word needs no space behind it: `休假12月1日`. */
export function answerQm(text: string, said: Interaction, context: Context): Reply | Promise<Reply> | null {
  for (const { words, answer } of commands) {
    const word = words.find((each) => startsWith(text, each));
    if (word !== undefined) return answer(text.slice(word.length).trim(), said, context);
  }
  return null;
}

function startsWith(text: string, word: string): boolean {
  if (!text.toLowerCase().startsWith(word)) return false;
  const next = text.charAt(word.length);
  const beginsDay = /[今明后下周星]/.test(next);
  return /\p{Script=Han}/u.test(word) ? beginsDay || !/\p{Script=Han}/u.test(next) : !/[\p{L}\p{N}]/u.test(next);
}

/** The answer to a button `qm.VERB`; null when it is none of these. */
export function pressQm(verb: string, value: unknown, context: Context): Reply | Promise<Reply> | null {
  if (['admin', 'unlinked', 'retry', 'drop'].includes(verb)) return pressAdmin(verb, value, context);
  if (verb === 'allOverdue') return listAllOverdue(context);
  return ['away', 'awayAs', 'awayEnd'].includes(verb) ? pressAway(verb, value, context) : null;
}

/** The answer to a form `qm.VERB`; null when it is none of these. */
export function submitQm(
  verb: string,
  answers: Readonly<Record<string, unknown>>,
  context: Context,
): Reply | Promise<Reply> | null {
  return verb === 'away' ? submitAway(answers, context) : null;
}
