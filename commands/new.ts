import type { Answers } from '../src/chat/form.ts';
import type { Reply } from '../src/chat/reply.ts';
import { newForm, withAnswers } from '../src/records/draw-form.ts';
import type { Context } from './context.ts';
import { fieldErrors, toast } from './replies.ts';

/** `/finding new`: the form for a new record of a type. */
export function openNewForm(type: string, { registry, view }: Context): Reply {
  return { kind: 'form', form: newForm(registry.get(type), view) };
}

/** The form handed in: the record is created, once for each time the form was opened and sent. */
export async function createRecord(type: string, answers: Answers, context: Context): Promise<Reply> {
  const { records, registry, view, actor, origin } = context;
  const created = await records.create({ type, answers, actor, origin });
  if (created.verdict === 'errors') {
    const form = withAnswers(newForm(registry.get(type), view), answers);
    return { kind: 'errors', form, errors: fieldErrors(context, created.errors) };
  }
  return toast(context, 'good', {
    key: `${type}.created` as 'finding.created',
    params: { number: created.record.number },
  });
}
