import type { Reply } from '../../src/chat/reply.ts';
import { toPlainText } from '../../src/chat/text.ts';
import type { Context } from '../context.ts';
import { keepQueue, queueOf } from './approval-queue.ts';
import { drawItem } from './approvals.ts';

/** What was pressed or handed in: its value, and whether the card it came from can be replaced. */
interface Done {
  readonly value: Readonly<Record<string, unknown>>;
  readonly number: string;
  readonly pressed: boolean;
}

/**
 * The answer to a move, for somebody who goes through their approvals: the next item follows, in the same card where there is
 * one. Anything else is answered as it is.
 */
export async function stepOn(reply: Reply, { value, number, pressed }: Done, context: Context): Promise<Reply> {
  const queue = queueOf(value);
  if (!queue) return reply;
  switch (reply.kind) {
    case 'form':
    case 'errors':
      return { ...reply, form: keepQueue(reply.form, queue) };
    case 'toast': {
      if (reply.tone === 'error') return reply;
      const next = await drawItem(queue, context, { number, said: toPlainText(reply.text) });
      const { refresh: _stale, ...rest } = reply;
      return pressed ? { ...rest, next } : { kind: 'card', card: next, replaces: true };
    }
    case 'card':
    case 'nothing':
      return reply;
    default:
      return reply satisfies never;
  }
}
