import { z } from 'zod';
import type { Message } from '../../src/chat/message.ts';
import type { Place } from '../../src/chat/place.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { UserError } from '../../src/errors.ts';
import type { Press, Submit } from '../command.ts';
import { type Context, sayTo } from '../context.ts';
import { openNewForm } from '../record/new.ts';
import { refuse } from '../replies.ts';
import { addEvidence, addFromCard } from './add-evidence.ts';
import { askWhere, chooseForm } from './ask-where.ts';
import { draftEvidenceOf, keepDraftEvidence } from './draft-evidence.ts';
import { recordAt } from './record-at.ts';

const numberSchema = z.string().trim().min(1).max(60);

/** Answers a button about evidence: `evidence.add` asks for the record, `evidence.addTo` names it. */
export async function pressEvidence(press: Press, context: Context): Promise<Reply> {
  const material = await draftEvidenceOf(press.value, context);
  if (!material) return refuse(context, { key: 'evidence.gone' });
  const number = numberSchema.safeParse(press.value.number);
  if (press.action === 'evidence.addTo' && number.success) return addFromCard(number.data, material.evidence, context);
  if (press.action === 'evidence.add') return { kind: 'form', form: await chooseForm(material, context) };
  return refuse(context, { key: 'refusal.noSuchMove' });
}

/** Answers the form that asked for the record: a typed number takes precedence over a chosen one. */
export async function submitEvidence(submit: Submit, context: Context): Promise<Reply> {
  const material = await draftEvidenceOf(submit.context, context);
  if (!material) return refuse(context, { key: 'evidence.gone' });
  const typed = numberSchema.safeParse(submit.answers.number);
  const chosen = numberSchema.safeParse(submit.answers.record);
  const number = typed.data ?? chosen.data;
  const wrong = async (error: string): Promise<Reply> => ({
    kind: 'errors',
    form: await chooseForm(material, context, typed.success ? [typed.data] : []),
    errors: { number: error },
  });
  if (number === undefined) return wrong(sayTo(context, { key: 'evidence.noNumber' }));
  try {
    return await addEvidence(number, material.evidence, context);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'refusal.noSuchRecord') throw error;
    return wrong(sayTo(context, { key: 'refusal.noSuchRecord', params: { number } }));
  }
}

/** Answers a shortcut used on a message: a new finding with it, or adds it to the record of its thread, else asks for one. */
export async function useOnMessage(
  action: string,
  message: Message,
  thread: Place | undefined,
  context: Context,
): Promise<Reply> {
  const material = await keepDraftEvidence([message], context);
  if (action === 'evidence.finding') return openNewForm('finding', context, material);
  if (action !== 'evidence.add') return askWhere(material, context);
  const record = thread && (await recordAt(thread, context));
  if (record) return addEvidence(record.number, material.evidence, context);
  return { kind: 'form', form: await chooseForm(material, context) };
}
