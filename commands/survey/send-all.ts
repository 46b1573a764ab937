import type { Reply } from '../../src/chat/reply.ts';
import type { Context } from '../context.ts';
import { toast } from '../replies.ts';
import { findToSend } from './to-send.ts';

/** Sends all that wait: each is a decision of its own, so that what one refuses keeps no other back, and a second press sends nothing anew. */
export async function sendAll(context: Context): Promise<Reply> {
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
