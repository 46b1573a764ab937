import { z } from 'zod';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { cardTitle } from '../../src/records/card/draw-card.ts';
import { dayWords, snoozeDays } from '../../src/records/common-moves/snooze.ts';
import type { Press } from '../command.ts';
import type { Context } from '../context.ts';
import { plainCard } from '../replies.ts';
import { makeMove } from './move.ts';
import { readable } from './readable.ts';

/** The value of *Snooze*, and of the days under it. */
export const snoozeValue = z.object({ number: z.string().max(60), until: z.iso.date().optional() });

/** *Snooze* on a reminder: the days to choose from, for the presser only; pressing a day postpones the reminder to it. */
export async function snoozeReminder(
  { number, until }: z.output<typeof snoozeValue>,
  press: Press,
  context: Context,
): Promise<Reply> {
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
