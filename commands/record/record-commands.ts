import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { moreButtons } from '../../src/records/card/draw-buttons.ts';
import { type Command, command } from '../command.ts';
import type { Context } from '../context.ts';
import { fileValue, openFile } from '../evidence/open-file.ts';
import { plainCard } from '../replies.ts';
import { calendarValue, sendCalendarFile } from './calendar-file.ts';
import { recordHint } from './move-command.ts';
import { readable } from './readable.ts';
import { numberIn } from './say-number.ts';
import { showRecord } from './show.ts';
import { snoozeReminder, snoozeValue } from './snooze.ts';
import { verbs } from './verbs.ts';

/** The *More* button: the rest of what the presser may do with a record, for the presser only. */
async function showMore(number: string, context: Context): Promise<Reply> {
  const record = await readable(number, context);
  const { registry, view, locale } = context;
  const buttons = moreButtons(registry.get(record.type), record, view);
  const title = translate(locale, 'record.more.title', { number: record.number });
  const none = { kind: 'text', text: words(translate(locale, 'record.more.none')) } as const;
  const blocks = buttons.length === 0 ? [none] : [{ kind: 'buttons', buttons } as const];
  return plainCard(title, blocks);
}

/** Commands for records of any type. */
export const recordCommands: readonly Command[] = [
  command({
    id: 'record.open',
    does: (locale) => translate(locale, 'help.show'),
    takes: 'NUMBER',
    topic: 'find',
    example: { 'zh-CN': 'FD-2026-0001', en: 'FD-2026-0001' },
    words: verbs.show,
    value: recordHint,
    say: async (rest, _said, context) => {
      const number = await numberIn(rest, null, context);
      return number === null ? null : showRecord(number, context);
    },
    press: ({ number }, _press, context) => showRecord(number, context),
  }),
  command({ id: 'record.more', value: recordHint, press: ({ number }, _press, context) => showMore(number, context) }),
  command({ id: 'record.file', value: fileValue, press: (file, _press, context) => openFile(file, context) }),
  command({
    id: 'record.calendar',
    value: calendarValue,
    press: (entry, _press, context) => sendCalendarFile(entry, context),
  }),
  command({ id: 'record.snooze', value: snoozeValue, press: snoozeReminder }),
];
