import { dayOf, yearOf } from '../../src/calendar/day.ts';
import type { Block } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { shortenText } from '../../src/chat/shorten-text.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { label } from '../../src/records/say.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { plainCard } from '../replies.ts';
import { isWhole, sayButton } from '../say-command.ts';
import { nounIn, nounsOf, sayType } from './nouns.ts';

/** Commands that all types share have their own place in help. */
const EVERYWHERE = ['mine', 'approvals', 'overdue', 'help', 'find'];

/** `/visit`: the commands for visits, each a button. `unknown` is the rest of the text, if it was not understood. */
export function showNoun(
  type: RecordType<unknown>,
  all: readonly Command[],
  context: Pick<Context, 'locale' | 'org' | 'now' | 'person'>,
  unknown?: string,
): Reply {
  const { locale, org, now, person } = context;
  const buttons = all
    .filter((one) => isOf(type, one) && isWhole(one))
    .map((one, at) => ({ ...sayButton(one, locale, all), ...(at === 0 && { style: 'primary' as const }) }));
  const year = yearOf(dayOf(now, org.siteOfPerson(person.id).zone));
  const number = type.number.per === 'year' ? `${type.number.prefix(org)}-${year}-0001` : '';
  const nouns = nounIn(type, locale);
  const note = translate(locale, 'command.noun.number', { number, search: `${sayType(type)} search` });
  const blocks: Block[] = [
    ...(unknown === undefined
      ? []
      : [
          {
            kind: 'text',
            text: words(translate(locale, 'command.noun.unknown', { said: shortenText(unknown, 60), nouns })),
          } as const,
        ]),
    { kind: 'buttons', buttons },
    ...(number === '' ? [] : [{ kind: 'note', text: words(note) } as const]),
  ];
  return plainCard(capital(label(`${type.type}.nouns`, locale)), blocks);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a command is about a type. */
function isOf(type: RecordType<unknown>, { id, words: spoken, phrases }: Command): boolean {
  const [noun = ''] = nounsOf(type).en;
  if (EVERYWHERE.some((verb) => id === `${type.type}.${verb}`)) return false;
  return [...(spoken?.en ?? []), ...(phrases?.en ?? [])].some((word) => word === noun || word.startsWith(`${noun} `));
}
