import { z } from 'zod';
import type { Interaction } from '../src/chat/interaction.ts';
import type { Reply } from '../src/chat/reply.ts';
import { sendCalendarFile } from './calendar-file.ts';
import { pressCallBack, submitCallBack } from './call-back/index.ts';
import type { Context } from './context.ts';
import { pressOnDesk } from './desk/press-on-desk.ts';
import { pressEvidence, submitEvidence } from './evidence/answer-evidence.ts';
import { materialOf } from './evidence/material.ts';
import { exportList } from './export/export-list.ts';
import { turnPage } from './list/show-list.ts';
import { showMore } from './more.ts';
import { makeMove } from './move.ts';
import { createRecord, openNewForm } from './new.ts';
import { openFile } from './open-file.ts';
import { pressQm, submitQm } from './qm/index.ts';
import { refuse } from './replies.ts';
import { answerCommand } from './say-command.ts';
import { pressServed, submitServed } from './served/index.ts';
import { showRecord } from './show.ts';
import { snoozeReminder } from './snooze.ts';
import { stepOn } from './step-on.ts';
import { pressSurvey } from './survey/index.ts';

export { answerCommand };

const numberSchema = z.string().max(60);
/** What a button or a form says of its record. It comes back from the platform, so it is a hint and no more. */
const hintSchema = z.object({ number: numberSchema, round: z.number().int().nonnegative().optional() });

/** Answers a press: `record.open`, `finding.new`, or a move. */
export async function answerPress(press: Extract<Interaction, { kind: 'press' }>, context: Context): Promise<Reply> {
  const { noun, verb } = partsOf(press.action);
  if (noun === 'evidence') return pressEvidence(press, context);
  const own = pressServed(press, context) ?? pressCallBack(press, context) ?? (await pressSurvey(press, context));
  if (own) return own;
  const desk = await pressOnDesk(press, context);
  if (desk) return desk;
  if (press.action === 'qm.say') return sayAgain(press, context);
  const qm = noun === 'qm' ? pressQm(verb, press.value, context) : null;
  if (qm) return qm;
  if (press.action === 'record.file') return openFile(press.value, context);
  if (press.action === 'record.calendar') return sendCalendarFile(press.value, context);
  const hint = hintSchema.safeParse(press.value);
  if (press.action === 'record.open' || press.action === 'record.more') {
    if (!hint.success) return refuse(context, { key: 'refusal.noSuchMove' });
    return press.action === 'record.open' ? showRecord(hint.data.number, context) : showMore(hint.data.number, context);
  }
  if (press.action === 'record.snooze') return snoozeReminder(press, context);
  if (!context.registry.has(noun)) return refuse(context, { key: 'refusal.noSuchMove' });
  if (verb === 'new') return openNewForm(noun, context, await materialOf(press.value, context));
  if (verb === 'export') return exportList(context.registry.get(noun), press.value, context);
  if (verb === 'list') return turnPage(context.registry.get(noun), press.value, context);
  if (!hint.success) return refuse(context, { key: 'refusal.noSuchMove' });
  const { number, round = null } = hint.data;
  const reply = await makeMove({ number, type: noun, move: verb, round, answers: null }, press, context);
  return stepOn(reply, { value: press.value, number, pressed: true }, context);
}

/** Answers a form that was handed in. */
export async function answerSubmit(submit: Extract<Interaction, { kind: 'submit' }>, context: Context): Promise<Reply> {
  const { noun, verb } = partsOf(submit.form);
  const qm = noun === 'qm' ? submitQm(verb, submit.answers, context) : null;
  if (qm) return qm;
  const own = submitServed(submit, context) ?? submitCallBack(submit, context);
  if (own) return own;
  if (noun === 'evidence') return submitEvidence(submit, context);
  if (!context.registry.has(noun)) return refuse(context, { key: 'refusal.noSuchMove' });
  if (verb === 'new') {
    return createRecord(noun, submit.answers, context, await materialOf(submit.context, context));
  }
  const hint = hintSchema.safeParse(submit.context);
  if (!hint.success) return refuse(context, { key: 'refusal.noSuchMove' });
  const { number, round = null } = hint.data;
  const reply = await makeMove({ number, type: noun, move: verb, round, answers: submit.answers }, submit, context);
  return stepOn(reply, { value: submit.context, number, pressed: false }, context);
}

const spokenSchema = z.object({ text: z.string().max(300) });

/** A button that says what was probably meant: the same as if the presser had said it. */
async function sayAgain(press: Extract<Interaction, { kind: 'press' }>, context: Context): Promise<Reply> {
  const spoken = spokenSchema.safeParse(press.value);
  if (!spoken.success) return refuse(context, { key: 'refusal.noSuchMove' });
  const { action: _pressed, value: _said, place: _place, ...common } = press;
  return answerCommand({ ...common, kind: 'command', noun: null, text: spoken.data.text }, context);
}

function partsOf(action: string): { readonly noun: string; readonly verb: string } {
  const [noun = '', verb = ''] = action.split('.');
  return { noun, verb };
}
