import { z } from 'zod';
import type { Answers, Form } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { colleagueField } from '../../src/quality/call-back/call-back-forms.ts';
import { queuedParts } from '../../src/quality/call-back/queue.ts';
import type { Context } from '../context.ts';
import { refuse, toast } from '../replies.ts';

/** What the user has taken, whether explicitly or only by opening it. */
async function mine({ work, person }: Context): Promise<readonly string[]> {
  const owed = await work.openOf('callBack', queuedParts);
  return owed.filter(({ data }) => data.taken?.by === person.id).map(({ number }) => number);
}

/** `/callback share`: at the end of a shift, hands the user's call-backs to a colleague, or back to the queue. */
export async function askToShare(context: Context): Promise<Reply> {
  const { length: count } = await mine(context);
  if (count === 0) return refuse(context, { key: 'calls.nothingToShare' });
  return { kind: 'form', form: shareForm(count, context) };
}

function shareForm(count: number, { locale, view }: Context): Form {
  return {
    id: 'callback.share',
    title: translate(locale, 'calls.share.title'),
    submit: translate(locale, 'calls.share.submit'),
    cancel: translate(locale, 'common.cancel'),
    intro: words(translate(locale, 'calls.share.intro', { count })),
    fields: [colleagueField(view, false)],
    context: {},
  };
}

const answersSchema = z.object({ to: z.string().max(60).optional() });

/** Hands over, one by one: calls that a colleague has answered in the meantime are skipped. */
export async function shareCalls(answers: Answers, context: Context): Promise<Reply> {
  const { records, actor, origin } = context;
  const to = answersSchema.safeParse(answers).data?.to;
  const move = to ? 'passOn' : 'release';
  let count = 0;
  for (const number of await mine(context)) {
    const interaction = `${origin}:${number}`;
    const request = { move, answers: to ? { to } : {}, actor, interaction, round: null };
    const { verdict } = await records.perform({ number }, request);
    if (verdict.verdict === 'done' || verdict.verdict === 'repeated') count += 1;
  }
  return to
    ? toast(context, 'good', { key: 'calls.shared.with', params: { count, person: { person: to } } })
    : toast(context, 'good', { key: 'calls.shared', params: { count } });
}
