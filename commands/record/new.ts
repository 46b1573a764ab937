import type { Answers, Form } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { plain } from '../../src/chat/text.ts';
import { withAnswers } from '../../src/records/card/draw-form.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { DraftEvidence } from '../../src/records/store/draft-evidence-repository.ts';
import type { Context } from '../context.ts';
import { withDraftEvidence } from '../evidence/draft-evidence.ts';
import { fieldErrors, refuse, toast } from '../replies.ts';
import { tellSimilar } from './tell-similar.ts';

/** `/finding new`: the form for a new record of a type. */
export function openNewForm(type: string, context: Context, material: DraftEvidence | null = null): Reply {
  if (isRaised(context.registry.get(type))) return refuse(context, { key: 'refusal.noSuchMove' });
  return { kind: 'form', form: formOf(type, context, material) };
}

/** The empty form; prefilled with the message the user selected, if any. */
function formOf(type: string, context: Context, material: DraftEvidence | null): Form {
  const form = context.newForms.of(context.registry.get(type), context.view);
  return material ? withDraftEvidence(form, material, context) : form;
}

/** The submitted form: creates the record, once for each time the form was opened and sent. */
export async function createRecord(
  type: string,
  answers: Answers,
  context: Context,
  material: DraftEvidence | null = null,
): Promise<Reply> {
  const { records, actor, origin } = context;
  if (isRaised(context.registry.get(type))) return refuse(context, { key: 'refusal.noSuchMove' });
  const creation = await records.create({ type, answers, actor, origin, evidence: material?.evidence ?? [] });
  if (creation.verdict === 'errors') {
    const form = withAnswers(formOf(type, context, material), answers);
    return { kind: 'errors', form, errors: fieldErrors(context, creation.errors) };
  }
  const { record } = creation;
  const isOthers = creation.again && record.history[0]?.interaction !== origin;
  if (isOthers) return refuse(context, { key: 'record.onlyOne', params: { number: record.number } });
  const { created: key = 'record.created' } = context.registry.get(record.type).words;
  const done = toast(context, 'good', { key, params: { number: record.number } });
  const similar = await tellSimilar(record, context);
  return similar && done.kind === 'toast' ? { ...done, text: [...done.text, plain(`\n${similar}`)] } : done;
}

/** Whether only other records create it: then no user can, no matter what a button or a form says. */
export const isRaised = ({ number, raised }: RecordType<unknown>): boolean =>
  number.per === 'parent' || raised === true;
