import type { Reply } from '../../src/chat/reply.ts';
import { locales } from '../../src/i18n/locale.ts';
import { moveKey } from '../../src/records/all-moves.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { label } from '../../src/records/say.ts';
import type { Spoken } from '../command.ts';
import type { Context } from '../context.ts';
import { listWords } from '../list/list-words.ts';
import { readListFor } from '../list/show-list.ts';
import { showHelp } from '../qm/help.ts';
import { nounsOf } from '../record/nouns.ts';
import { verbs as spoken } from '../record/verbs.ts';
import { drawMeant, fits, type Suggestion, suggestionButton } from './draw-meant.ts';
import { readLooseNumber } from './loose-number.ts';
import { meantForList } from './meant-list.ts';
import { nearest } from './nearest.ts';
import { recordsIn } from './records-in.ts';

const NEAR = 2;
/** Of a long text its beginning is looked at: nobody means a command with more. */
const MOST_SAID = 200;

const all = (words: Spoken) => [...words.en, ...words['zh-CN']];
const verbs = Object.fromEntries(Object.entries(spoken).map(([verb, words]) => [verb, all(words)])) as Record<
  keyof typeof spoken,
  string[]
>;

const say = (text: string): Suggestion => ({ kind: 'say', text });

/** The answer to what no command understood: records of that number, commands that are near, a search for the words. */
export async function answerMeant(said: string, context: Context): Promise<Reply> {
  const { registry } = context;
  const text = said.slice(0, MOST_SAID);
  const tokens = text.split(/\s+/).filter((token) => token !== '');
  const [first = '', ...rest] = tokens[0]?.toLowerCase() === 'qm' ? tokens.slice(1) : tokens;
  const known = registry.all.find((type) => all(nounsOf(type)).includes(first.toLowerCase()));
  const types = known ? [known] : typesNear(first, registry.all);
  const found = await recordsIn(text, known?.type ?? null, context);
  const commands = types.flatMap((type) => commandsNear(type, rest));
  const alone = known ? [] : aloneNear(first, context);
  const lists = listsMeant(known ? rest : tokens, known ? [known] : registry.all, context);
  const meant = distinct([...found, ...alone, ...commands, ...lists]);
  const search = distinct((known ? [known] : registry.all).flatMap((type) => searchFor(type, known ? rest : tokens)));
  return meant.length === 0
    ? showHelp(context, text, search.filter(fits).map(suggestionButton))
    : drawMeant(text, [...meant, ...search], context);
}

function typesNear(word: string, types: readonly RecordType<unknown>[]): RecordType<unknown>[] {
  const near = nearest(
    word,
    types.flatMap((type) => all(nounsOf(type))),
    NEAR,
  );
  return types.filter((type) => all(nounsOf(type)).some((noun) => near.includes(noun)));
}

/** Words that stand alone, such as `mine`, and whole phrases. */
function aloneNear(word: string, { registry }: Context): Suggestion[] {
  const alone = [...verbs.mine, ...verbs.approvals, ...verbs.overdue, ...verbs.help].map((verb) => [
    verb,
    `/qm ${verb}`,
  ]);
  const [type] = registry.all;
  const others = [...verbs.new, ...verbs.list].map((verb) => [verb, `/${type?.type} ${verb}`]);
  const whole = registry.all
    .flatMap(({ called }) => (called?.phrases ? all(called.phrases) : []))
    .map((phrase) => [phrase, phrase]);
  const byWord = new Map([...whole, ...others, ...alone].map(([key = '', command = '']) => [key, command]));
  return nearest(word, byWord.keys(), NEAR).map((near) => say(byWord.get(near) ?? near));
}

/** Commands of a type whose verb, or whose move where a record's number follows, is near to what was said. */
function commandsNear(type: RecordType<unknown>, rest: readonly string[]): Suggestion[] {
  const [verb = '', ...others] = rest;
  if (verb === '') return [say(`/${type.type} list`), ...(isCounted(type) ? [say(`/${type.type} new`)] : [])];
  const words = [...verbs.list, ...verbs.new, ...verbs.show, ...verbs.search, ...verbs.stats];
  const near = nearest(verb, words, NEAR).map((word) => say([`/${type.type}`, word, ...others].join(' ')));
  const number = rest.at(-1) ?? '';
  if (rest.length < 2 || readLooseNumber(number) === null) return near;
  const moves = nearest(rest.slice(0, -1).join(' '), moveWords(type), NEAR);
  return [...moves.map((move) => say(`/${type.type} ${move} ${number}`)), ...near];
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
    const mended = meantForList(reading, listWords(type, context.org), context.locale).slice(0, NEAR);
    return (reading.unread.length === 0 ? [said] : mended).map((text) => say(`/${type.type} list ${text}`));
  });
}

function searchFor(type: RecordType<unknown>, tokens: readonly string[]): Suggestion[] {
  const said = tokens.join(' ');
  return said === '' || !isCounted(type) ? [] : [say(`/${type.type} search ${said}`)];
}

/** Children are asked for by their parent's number; the others have lists that people ask for. */
const isCounted = ({ number }: RecordType<unknown>) => number.per === 'year';

function distinct(suggestions: readonly Suggestion[]): Suggestion[] {
  const seen = new Map(suggestions.map((one) => [one.kind === 'say' ? one.text : one.record.number, one]));
  return [...seen.values()];
}
