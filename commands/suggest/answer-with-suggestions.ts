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
/** Of a long text its beginning is looked at: nobody means a command with more. */
const MOST_SAID = 200;

const say = (text: string): Suggestion => ({ kind: 'say', text });

/** The answer to what no command understood: records of that number, commands that are near, a search for the words. */
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
  // A verb alone, such as `new`: it is said of what people report most.
  const [usual] = registry.all;
  const verbs =
    commands.length > 0 || known || !usual
      ? []
      : nearCommands([nounOf(usual), ...own], all, MOST, { locale, sure: true });
  const moves = known ? movesNear(known, rest) : [];
  // Where a command is near, nobody meant its words as a question for some list.
  const lists = known || commands.length === 0 ? listsMeant(known ? rest : own, types, context) : [];
  const meant = distinct([...found, ...[...moves, ...commands, ...verbs].map(say), ...lists]);
  const search = distinct(types.flatMap((type) => searchFor(type, known ? rest : own)));
  if (meant.length > 0) return drawSuggestions(text, known ? [...meant, ...search] : meant, context);
  return known
    ? showNoun(known, all, context, text)
    : showHelp(context, all, text, search.filter(fits).map(suggestionButton));
}

/** What others are told to call a type. */
const nounOf = (type: RecordType<unknown>) => nounsOf(type).en[0] ?? type.type;

/** The word that was said for a type; for its name in the code the one that people say. */
const spoken = (word: string, type: RecordType<unknown>) =>
  wordKey(word) === wordKey(type.type) ? nounOf(type) : word;

/** The moves of a type that are near to what was said before a record's number. */
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

/** The words as a question for a list of each type that has one: as they are, or mended. */
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

/** Children are asked for by their parent's number; the others have lists that people ask for. */
const isCounted = ({ number }: RecordType<unknown>) => number.per === 'year';

function distinct(suggestions: readonly Suggestion[]): Suggestion[] {
  const seen = new Map(suggestions.map((one) => [one.kind === 'say' ? one.text : one.record.number, one]));
  return [...seen.values()];
}
