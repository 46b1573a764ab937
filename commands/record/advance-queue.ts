import type { Card } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { toPlainText, words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { withNextCall } from '../call-back/draw-call.ts';
import { nextCall } from '../call-back/next-call.ts';
import { placeInCalls, takesBack } from '../call-back/place-in-calls.ts';
import type { Context } from '../context.ts';
import { queueOf } from '../qm/approval-queue.ts';
import { drawItem } from '../qm/approvals.ts';

/** The pressed button or submitted form: its value, and whether the card it came from can be replaced. */
interface Done {
  readonly value: Readonly<Record<string, unknown>>;
  readonly number: string;
  readonly pressed: boolean;
}

/** A queue the user is working through: what its buttons and forms carry, and the item after the one just left. */
interface Stepping {
  readonly place: Readonly<Record<string, number>>;
  next(left: { readonly number: string; readonly said: string }, done: boolean): Promise<Card>;
  /** What to show first, with a button to continue; if absent, it is shown beside the queue. */
  aside?(card: Card): Reply;
}

/** The queue that a button or a form was drawn in; null outside of one. */
function steppingOf(value: unknown, context: Context): Stepping | null {
  const approvals = queueOf(value);
  if (approvals) return { place: { ...approvals }, next: (left) => drawItem(approvals, context, left) };
  const calls = placeInCalls(value);
  if (!calls) return null;
  return {
    place: { ...calls },
    next: (left, done) => nextCall({ calls: calls.calls + (done && !takesBack(value) ? 1 : 0) }, context, left),
    aside: (card) => ({
      kind: 'toast',
      tone: 'good',
      text: words(translate(context.locale, 'calls.linkReady')),
      next: withNextCall(card, calls, context),
    }),
  };
}

/**
 * The answer to a move, for a user working through a queue: the next item follows, in the same card if there is one. Anything else
 * is returned unchanged.
 */
export async function advanceQueue(reply: Reply, { value, number, pressed }: Done, context: Context): Promise<Reply> {
  const stepping = steppingOf(value, context);
  if (!stepping) return reply;
  switch (reply.kind) {
    case 'form':
    case 'errors':
      return { ...reply, form: { ...reply.form, context: { ...reply.form.context, ...stepping.place } } };
    case 'toast': {
      if (reply.tone === 'error') return reply;
      const next = await stepping.next({ number, said: toPlainText(reply.text) }, reply.tone === 'good');
      const { refresh: _stale, ...rest } = reply;
      return pressed ? { ...rest, next } : { kind: 'card', card: next, replaces: true };
    }
    case 'card':
      return pressed && stepping.aside ? stepping.aside(reply.card) : reply;
    case 'nothing':
      return reply;
    default:
      return reply satisfies never;
  }
}
