import { translate } from '../../src/i18n/translate.ts';
import { type Command, command } from '../command.ts';
import { verbs } from '../record/verbs.ts';
import { showHelp } from './help.ts';

/** `/qm help` */
export const helpCommand: Command = command({
  id: 'qm.help',
  does: (locale) => translate(locale, 'help.help'),
  topic: 'self',
  slash: 'qm',
  phrases: verbs.help,
  say: (_rest, _said, context) => showHelp(context),
  press: (_value, _press, context) => showHelp(context),
});
