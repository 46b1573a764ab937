import type { Card } from '../../src/chat/card.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { plain } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { drawCard } from '../../src/records/card/draw-card.ts';
import { moveForm, withAnswers } from '../../src/records/card/draw-form.ts';
import { mayMake } from '../../src/records/decide/perform.ts';
import { moveKey, moveOf } from '../../src/records/declaration/all-moves.ts';
import type { BoundMove } from '../../src/records/declaration/move.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import type { Context } from '../context.ts';
import { sendPageLink } from '../pages/send-page-link.ts';
import { fieldErrors, privateCard, refuse, toast } from '../replies.ts';
import { readable } from './readable.ts';
import { tellSimilar } from './tell-similar.ts';

/** A request to make a move: from a button, a text or a form. */
export interface MoveCommand {
  readonly number: string;
  readonly type: string;
  readonly move: string;
  readonly round: number | null;
  /** Null if the form has not been shown yet. */
  readonly answers: Answers | null;
}

/** Shows the move's form, or makes the move at once if it has none or was answered. */
export async function makeMove(command: MoveCommand, interaction: Interaction, context: Context): Promise<Reply> {
  const { registry, records } = context;
  const move = moveOf(registry.get(command.type), command.move);
  if (!move) return refuse(context, { key: 'refusal.noSuchMove' });
  const asks = move.ask;
  if (asks && command.answers === null) return askFirst(command, interaction, context);
  const request = {
    move: command.move,
    // A move without fields accepts no input from outside either.
    answers: (asks && command.answers) ?? {},
    actor: context.actor,
    interaction: context.origin,
    round: command.round,
  };
  const { record, verdict } = await records.perform({ number: command.number }, request);
  switch (verdict.verdict) {
    case 'done':
      return afterMove(record, command.move, verdict.bound, interaction, context);
    case 'repeated':
      return afterMove(record, verdict.entry.move, verdict.bound, interaction, context);
    case 'refused':
      return refused(record, command, verdict.refusal, interaction, context);
    case 'errors': {
      const form = moveForm(registry.get(record.type), record, command.move, context.view);
      if (!form) return refuse(context, { key: 'form.invalid' });
      return {
        kind: 'errors',
        form: withAnswers(form, command.answers ?? {}),
        errors: fieldErrors(context, verdict.errors),
      };
    }
    default:
      return verdict satisfies never;
  }
}

async function askFirst(command: MoveCommand, interaction: Interaction, context: Context): Promise<Reply> {
  const { registry, view } = context;
  const record = await readable(command.number, context);
  const type = registry.get(record.type);
  const refusal = mayMake(type, record, { ...command, actor: context.actor }, context);
  if (refusal) return refuse(context, refusal, pressedCard(record, interaction, context));
  const lead = moveOf(type, command.move)?.offersSimilar ? await tellSimilar(record, context) : undefined;
  const form = moveForm(type, record, command.move, view, lead);
  return form ? { kind: 'form', form } : refuse(context, { key: 'refusal.noSuchMove' });
}

/** A rejected form is shown again with its answers; a rejected press gets a message and the card as it is now. */
function refused(
  record: RecordOf<unknown>,
  command: MoveCommand,
  refusal: Parameters<typeof refuse>[1],
  interaction: Interaction,
  context: Context,
): Reply {
  const { registry, view } = context;
  const type = registry.get(record.type);
  const stillMay = mayMake(type, record, { ...command, actor: context.actor }, context) === null;
  const form = stillMay ? moveForm(type, record, command.move, view) : null;
  if (!form || command.answers === null) return refuse(context, refusal, pressedCard(record, interaction, context));
  const general = fieldErrors(context, { general: refusal }).general ?? '';
  return { kind: 'errors', form: withAnswers(form, command.answers), errors: {}, general };
}

/** The next step of a draft, the record itself, or a confirmation. */
async function afterMove(
  record: RecordOf<unknown>,
  move: string,
  bound: BoundMove<unknown> | null,
  interaction: Interaction,
  context: Context,
): Promise<Reply> {
  const { registry, view, locale } = context;
  const type = registry.get(record.type);
  const page = moveOf(type, move)?.opensPage?.(record);
  if (page) return sendPageLink(record, page, context);
  const next = bound?.next(record) ?? null;
  const caution = bound?.caution(record) ?? null;
  if (next === 'open') return privateCard(context, record);
  // Another user may have moved the record on in the meantime: then there is no next step to ask for.
  const mayGoOn = next !== null && !mayMake(type, record, { move: next, actor: context.actor, round: null }, context);
  const form = mayGoOn ? moveForm(type, record, next, view, caution ? translate(locale, caution) : undefined) : null;
  if (form) return { kind: 'form', form };
  if (caution) return toast(context, 'warning', { key: caution });
  const done = { number: record.number, done: { message: moveKey(type.type, 'done', move) } };
  const reply = toast(context, 'good', { key: 'move.done', params: done }, pressedCard(record, interaction, context));
  // Department and clause are known only now; records with a similar title were shown above the form.
  const isSorted = moveOf(type, move)?.offersSimilar && record.open;
  const similar = isSorted ? await tellSimilar(record, context, { like: 'facets' }) : undefined;
  return similar && reply.kind === 'toast' ? { ...reply, text: [...reply.text, plain(`\n${similar}`)] } : reply;
}

/** The pressed card as it looks now; undefined if no card visible to others or to later refreshes was pressed. */
function pressedCard(record: RecordOf<unknown>, interaction: Interaction, context: Context): Card | undefined {
  if (interaction.kind !== 'press' || !interaction.place) return undefined;
  const as = interaction.direct ? 'personal' : 'channel';
  const view = interaction.direct ? context.view : { ...context.view, viewer: null };
  return drawCard(context.registry.get(record.type), record, view, { as });
}
