import { z } from 'zod';
import type { Interaction } from '../src/chat/interaction.ts';
import type { Reply } from '../src/chat/reply.ts';
import { words } from '../src/chat/text.ts';
import { translate } from '../src/i18n/translate.ts';
import { dayWords, snoozeDays } from '../src/records/common-moves/snooze.ts';
import { cardTitle } from '../src/records/draw-card.ts';
import type { Context } from './context.ts';
import { makeMove } from './move.ts';
import { readable } from './readable.ts';
import { plainCard, refuse } from './replies.ts';

const hintSchema = z.object({ number: z.string().max(60), until: z.iso.date().optional() });

/** *Snooze* on a reminder: the days to choose from, for the presser alone; a press on a day puts the reminder off to it. */
export async function snoozeReminder(press: Extract<Interaction, { kind: 'press' }>, context: Context): Promise<Reply> {
  const hint = hintSchema.safeParse(press.value);
  if (!hint.success) return refuse(context, { key: 'refusal.noSuchMove' });
  const { number, until } = hint.data;
  const record = await readable(number, context);
  const { type } = record;
  if (until !== undefined) {
    return makeMove({ number: record.number, type, move: 'snooze', round: null, answers: { until } }, press, context);
  }
  const { locale } = context;
  const title = translate(locale, 'reminder.snoozeTitle');
  const buttons = snoozeDays(record, context).map((day) => ({
    action: 'record.snooze',
    label: dayWords(day, locale),
    value: { number: record.number, until: day },
  }));
  return plainCard(title, [
    { kind: 'text', text: words(cardTitle(context.registry.get(type), record)) },
    { kind: 'buttons', buttons },
    { kind: 'note', text: words(translate(locale, 'reminder.snoozeNote')) },
  ]);
}
