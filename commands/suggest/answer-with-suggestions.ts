import type { Reply } from '../../src/chat/reply.ts';
import { locales } from '../../src/i18n/locale.ts';
import { moveKey } from '../../src/records/declaration/all-moves.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { label } from '../../src/records/say.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { listWords, wordKey } from '../list/list-words.ts';
import { readListFor } from '../list/show-list.ts';
import { showHelp } from '../qm/help.ts';
import { nounsOf, sayType, typeCalled } from '../record/nouns.ts';
import { showNoun } from '../record/show-noun.ts';
import { drawSuggestions, fits, type Suggestion, suggestionButton } from './draw-suggestions.ts';
import { readLooseNumber } from './loose-number.ts';
import { nearCommands } from './near-commands.ts';
import { nearest } from './nearest.ts';
import { recordsIn } from './records-in.ts';
import { suggestionsForList } from './suggestions-for-list.ts';

const NEAR = 2;
/** How many commands are tried. */
const MOST = 4;
/** Only the beginning of a long text is considered: no command is longer. */
const MOST_SAID = 200;

const say = (text: string): Suggestion => ({ kind: 'say', text });

/** The answer to a text that no command understood: records with that number, similar commands, a search for the words. */
export async function answerWithSuggestions(said: string, all: readonly Command[], context: Context): Promise<Reply> {
  const { registry, locale } = context;
  const text = said.slice(0, MOST_SAID);
  const tokens = text.split(/\s+/).filter((token) => token !== '');
  const own = tokens[0]?.toLowerCase() === 'qm' ? tokens.slice(1) : tokens;
  const [first = '', ...rest] = own;
  const known = typeCalled(first, registry.all);
  const types = known ? [known] : registry.all;
  const found = await recordsIn(text, known?.type ?? null, context);
  const commands = nearCommands(known ? [spoken(first, known), ...rest] : own, all, MOST, {
    locale,
    sure: known !== undefined,
  });
  // A verb alone, such as `new`, is taken to be about what people report most.
  const [usual] = registry.all;
  const verbs =
    commands.length > 0 || known || !usual
      ? []
      : nearCommands([nounOf(usual), ...own], all, MOST, { locale, sure: true });
  const moves = known ? movesNear(known, rest) : [];
  // If a command is similar, the words are not a query for some list.
  const lists = known || commands.length === 0 ? listsMeant(known ? rest : own, types, context) : [];
  const meant = distinct([...found, ...[...moves, ...commands, ...verbs].map(say), ...lists]);
  const search = distinct(types.flatMap((type) => searchFor(type, known ? rest : own)));
  if (meant.length > 0) return drawSuggestions(text, known ? [...meant, ...search] : meant, context);
  return known
    ? showNoun(known, all, context, text)
    : showHelp(context, all, text, search.filter(fits).map(suggestionButton));
}

/** The noun to use for a type. */
const nounOf = (type: RecordType<unknown>) => nounsOf(type).en[0] ?? type.type;

/** The noun used for a type; if it was its name in the code, the noun that people use. */
const spoken = (word: string, type: RecordType<unknown>) =>
  wordKey(word) === wordKey(type.type) ? nounOf(type) : word;

/** The moves of a type similar to the words before a record's number. */
function movesNear(type: RecordType<unknown>, rest: readonly string[]): string[] {
  const number = rest.at(-1) ?? '';
  if (rest.length < 2 || readLooseNumber(number) === null) return [];
  const moves = nearest(rest.slice(0, -1).join(' '), moveWords(type), NEAR);
  return moves.map((move) => `${sayType(type)} ${move} ${number}`);
}

/** The names of the moves that people make, in every language. */
function moveWords(type: RecordType<unknown>): string[] {
  return type.allMoves
    .filter(([, { by }]) => by.length > 0)
    .flatMap(([move]) => [move, ...locales.map((locale) => label(moveKey(type.type, 'move', move), locale))]);
}

/** The words as a list query for each type that has a list: as they are, or corrected. */
function listsMeant(tokens: readonly string[], types: readonly RecordType<unknown>[], context: Context): Suggestion[] {
  const said = tokens.join(' ');
  if (said === '') return [];
  return types.filter(isCounted).flatMap((type) => {
    const reading = readListFor(type, said, context);
    const mended = suggestionsForList(reading, listWords(type, context.org), context.locale).slice(0, NEAR);
    return (reading.unread.length === 0 ? [said] : mended).map((text) => say(`${sayType(type)} list ${text}`));
  });
}

function searchFor(type: RecordType<unknown>, tokens: readonly string[]): Suggestion[] {
  const said = tokens.join(' ');
  return said === '' || !isCounted(type) ? [] : [say(`${sayType(type)} search ${said}`)];
}

/** Children are found by their parent's number; the other types have lists. */
const isCounted = ({ number }: RecordType<unknown>) => number.per === 'year';

function distinct(suggestions: readonly Suggestion[]): Suggestion[] {
  const seen = new Map(suggestions.map((one) => [one.kind === 'say' ? one.text : one.record.number, one]));
  return [...seen.values()];
}
