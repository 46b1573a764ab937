import { translate } from '../../src/i18n/translate.ts';
import { moveKey } from '../../src/records/all-moves.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { label } from '../../src/records/say.ts';
import type { Context } from '../context.ts';
import { wordKey } from '../list/list-words.ts';
import { movesCalled } from '../record/moves-called.ts';
import { typeCalled } from '../record/nouns.ts';
import { verbs as spoken } from '../record/verbs.ts';
import { narrowingWords } from './narrowing-words.ts';
import { numbersLike } from './numbers-like.ts';

/** What may be typed next: the whole command as it would then stand, and what it does or names. */
export interface Completion {
  readonly command: string;
  readonly label: string;
  /** More is to follow. */
  readonly goesOn: boolean;
}

/** Who is typing, and what they may be offered. */
export type Typing = Pick<Context, 'person' | 'org' | 'now' | 'locale' | 'registry' | 'desk' | 'lists'>;

/** A word that may stand where the last one is being typed. */
export interface NextWord {
  readonly word: string;
  readonly label: string;
  readonly goesOn: boolean;
}

type Verb = keyof typeof spoken;
const verbs = Object.fromEntries(
  Object.entries(spoken).map(([verb, words]) => [verb, [...words.en, ...words['zh-CN']]]),
) as Record<Verb, string[]>;
const verbOf = (word: string) => (Object.keys(verbs) as Verb[]).find((verb) => verbs[verb].includes(wordKey(word)));

/** More than this nobody reads while typing. */
const MOST = 8;
/** Verbs after which nothing more is said. */
const WHOLE: readonly Verb[] = ['new', 'mine', 'approvals', 'help'];
/** Verbs that are followed by what narrows a list. */
const NARROWED: readonly Verb[] = ['list', 'stats', 'overdue'];

/** How a command that is being typed may go on: nouns, verbs, moves, conditions of lists, and numbers the person may mean. */
export async function completeCommand(typed: string, typing: Typing): Promise<Completion[]> {
  const text = typed.replace(/^／/, '/').trimStart();
  if (!text.startsWith('/')) return [];
  const words = text.slice(1).split(/\s+/);
  const last = words.at(-1) ?? '';
  const stem = text.slice(0, text.length - last.length);
  const next = await nextWords(words.slice(0, -1), last, typing);
  return next
    .filter(({ word }) => word !== last)
    .slice(0, MOST)
    .map(({ word, ...rest }) => ({ ...rest, command: stem + word }));
}

async function nextWords(before: readonly string[], last: string, typing: Typing): Promise<NextWord[]> {
  const types = typing.registry.all;
  const [noun, verbWord, ...more] = before;
  if (noun === undefined) return nouns(types, last, typing);
  const type = typeCalled(noun);
  if (!type) return [];
  if (verbWord === undefined) {
    const numbers = /\d/.test(last) ? await numbersLike(last, type, typing) : [];
    return [...numbers, ...verbsLike(last, typing), ...movesLike(last, type, typing)];
  }
  const verb = verbOf(verbWord);
  if (verb && NARROWED.includes(verb)) return narrowingWords(type, more, last, typing);
  const isMove = verb === undefined && movesCalled(verbWord, type).length > 0;
  return (verb === 'show' || isMove) && more.length === 0 ? numbersLike(last, type, typing) : [];
}

/** Whether what is typed may become a word. */
export const begins = (word: string, typed: string): boolean => word.toLowerCase().startsWith(typed.toLowerCase());

const nouns = (types: readonly RecordType<unknown>[], last: string, { locale }: Typing): NextWord[] =>
  types
    .filter(({ type }) => last !== '' && begins(type, last))
    .map(({ type }) => ({ word: type, label: label(`${type}.noun`, locale), goesOn: true }));

/** A verb by the first of its words that fits, so that each is offered in the language in which it is typed. */
const verbsLike = (last: string, { locale }: Typing): NextWord[] =>
  (Object.keys(verbs) as Verb[]).flatMap((verb) => {
    const word = verbs[verb].find((one) => begins(one, last));
    if (word === undefined) return [];
    return [{ word, label: translate(locale, `help.${verb}`), goesOn: !WHOLE.includes(verb) }];
  });

function movesLike(last: string, type: RecordType<unknown>, { locale }: Typing): NextWord[] {
  if (last === '') return [];
  return type.allMoves.flatMap(([move, { by }]) => {
    const name = label(moveKey(type.type, 'move', move), locale);
    // What nobody makes by hand is not to be said, and a word for a verb stays one.
    const said = [name.replace(/\s+/g, ''), move].find((word) => begins(word, last));
    if (said === undefined || by.length === 0 || verbOf(said)) return [];
    return [{ word: said, label: name, goesOn: true }];
  });
}
