import { translate } from '../../src/i18n/translate.ts';
import { type Command, command } from '../command.ts';
import { fileValue, openFile } from '../evidence/open-file.ts';
import { calendarValue, sendCalendarFile } from './calendar-file.ts';
import { showMore } from './more.ts';
import { recordHint } from './move-command.ts';
import { numberIn } from './say-number.ts';
import { showRecord } from './show.ts';
import { snoozeReminder, snoozeValue } from './snooze.ts';
import { verbs } from './verbs.ts';

/** What can be done with a record of whatever type. */
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
