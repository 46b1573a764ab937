import type { Block, Button } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { shortenText } from '../../src/chat/shorten-text.ts';
import { plain } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { plainCard } from '../replies.ts';
import { sayButton } from '../say-command.ts';
import { allLines, usualLine, usualOf } from './help-lines.ts';

type Asking = Pick<Context, 'locale' | 'person'>;

/** How many examples the answer to a greeting has. */
const EXAMPLES = 3;

/**
 * `/qm help`: the most used commands for the user's roles, each with a button. `unknown` is the text that was not understood, if that is
 * why help is shown; `more` are buttons for it.
 */
export function showHelp(
  { locale, person }: Asking,
  all: readonly Command[],
  unknown?: string,
  more: readonly Button[] = [],
): Reply {
  const said = shortenText(unknown ?? '', 61);
  const lead: Block[] =
    unknown === undefined ? [] : [{ kind: 'text', text: [plain(translate(locale, 'help.unknown', { said }))] }];
  return plainCard(translate(locale, 'help.title'), [
    ...lead,
    { kind: 'lines', lines: usualOf(person.roles, all).map((command) => usualLine(command, locale, all)) },
    { kind: 'buttons', buttons: [...more, allButton(locale)] },
  ]);
}

/** *All commands*: the full list. */
export const showAll = ({ locale }: Asking, all: readonly Command[]): Reply =>
  plainCard(translate(locale, 'help.title'), allLines(locale, all));

/** `你好`: a greeting gets one back, and three examples of what to ask for. */
export function greet({ locale, person }: Asking, all: readonly Command[]): Reply {
  const name = locale === 'en' ? person.name.en : person.name.zh;
  const buttons = usualOf(person.roles, all)
    .slice(0, EXAMPLES)
    .map((command) => sayButton(command, locale, all));
  return plainCard(translate(locale, 'help.hello', { name }), [
    { kind: 'text', text: [plain(translate(locale, 'help.examples'))] },
    { kind: 'buttons', buttons: [...buttons, allButton(locale)] },
  ]);
}

const allButton = (locale: Asking['locale']): Button => ({
  action: 'qm.help',
  label: translate(locale, 'help.all'),
  value: { all: 1 },
});
