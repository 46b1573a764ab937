import { z } from 'zod';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { scoreKey, scoreSchema } from '../../src/quality/satisfaction/score.ts';
import type { Press } from '../command.ts';
import type { Context } from '../context.ts';
import { makeMove } from '../record/move.ts';
import { refuse } from '../replies.ts';
import { nextCall } from './next-call.ts';
import { placeInCalls } from './place-in-calls.ts';

/** The value of a score button. */
export const scoreValue = z.object({ number: z.string().max(60), score: scoreSchema });

/** One press records the customer's answer; the next customer follows in the same card. */
export async function scoreCall(
  { number, score: said }: z.output<typeof scoreValue>,
  press: Press,
  context: Context,
): Promise<Reply> {
  const answers = { score: String(said), complaint: 'no' };
  const request = { number, type: 'callBack', move: 'answer', round: null, answers };
  const reply = await makeMove(request, press, context);
  const { locale } = context;
  // Another agent was first, or nothing was saved.
  if (reply.kind !== 'toast') return refuse(context, { key: 'calls.refusal.gone' });
  if (reply.tone === 'error') return reply;
  const text =
    reply.tone === 'good'
      ? words(translate(locale, 'calls.scored', { number, score: translate(locale, scoreKey(said)) }))
      : reply.text;
  const place = placeInCalls(press.value) ?? { calls: 0 };
  const left = { number, said: text.map((piece) => ('text' in piece ? piece.text : '')).join('') };
  const next = await nextCall({ calls: place.calls + (reply.tone === 'good' ? 1 : 0) }, context, left);
  return { kind: 'toast', tone: reply.tone, text, next };
}
