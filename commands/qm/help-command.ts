import { z } from 'zod';
import { translate } from '../../src/i18n/translate.ts';
import { type Command, command } from '../command.ts';
import { verbs } from '../record/verbs.ts';
import { greet, showAll, showHelp } from './help.ts';

const helpValue = z.object({ all: z.literal(1).optional() }).catch({});

/** `/qm help`, and the answer to a greeting; `all` returns all commands. */
export const helpCommands = (all: () => readonly Command[]): readonly Command[] => [
  command({
    id: 'qm.help',
    does: (locale) => translate(locale, 'help.help'),
    topic: 'self',
    slash: 'qm',
    phrases: verbs.help,
    value: helpValue,
    say: (_rest, _said, context) => showHelp(context, all()),
    press: ({ all: every }, _press, context) => (every ? showAll(context, all()) : showHelp(context, all())),
  }),
  command({
    id: 'qm.hello',
    phrases: { 'zh-CN': ['你好', '您好', '嗨', '在吗', '早上好'], en: ['hi', 'hello', 'hey', 'good morning'] },
    say: (_rest, _said, context) => greet(context, all()),
  }),
];
