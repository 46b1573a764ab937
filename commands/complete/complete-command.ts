import { localesFrom } from '../../src/i18n/locale.ts';
import { moveKey } from '../../src/records/declaration/all-moves.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { label } from '../../src/records/say.ts';
import type { Command } from '../command.ts';
import { myWork } from '../desk/desk-lists.ts';
import { wordKey } from '../list/list-words.ts';
import { movesCalled } from '../record/moves-called.ts';
import { typeCalled } from '../record/nouns.ts';
import { recordsCalled } from '../suggest/numbers.ts';
import { commandsFor } from '../table.ts';
import { narrowingWords } from './narrowing-words.ts';
import type { NextWord, Typing } from './next-word.ts';

/** The ways to say a command, word by word. */
function waysOf({ words, phrases }: Command, { locale }: Pick<Typing, 'locale'>): (readonly string[])[] {
  return localesFrom(locale)
    .flatMap((each) => [...(words?.[each] ?? []), ...(phrases?.[each] ?? [])])
    .map((way) => way.split(' '));
}

/** The words that can complete `last` after the words before it: one per command, from the shortest of its ways that fits. */
function commandWords(
  before: readonly string[],
  last: string,
  all: readonly Command[],
  typing: Pick<Typing, 'locale'>,
): NextWord[] {
  const at = before.length;
  const fits = (way: readonly string[]) =>
    begins(way[at] ?? '', last) && before.every((word, index) => wordKey(word) === wordKey(way[index] ?? ''));
  const found = all.flatMap((command) => {
    const ways =
      command.say && command.does ? waysOf(command, typing).filter((way) => way.length > at && fits(way)) : [];
    const [way] = ways.sort((one, other) => one.length - other.length);
    const word = way?.[at];
    if (!way || word === undefined) return [];
    const isWhole = way.length === at + 1;
    const label = command.does?.(typing.locale) ?? word;
    return [{ word, label, goesOn: !isWhole || command.takes !== undefined || command.slash !== undefined, isWhole }];
  });
  // Words that are a complete command come before words that begin a longer one.
  const inOrder = [...found.filter(({ isWhole }) => isWhole), ...found.filter(({ isWhole }) => !isWhole)];
  const once = inOrder.filter(({ word }, index) => inOrder.findIndex((other) => other.word === word) === index);
  return once.map(({ isWhole: _whole, ...next }) => next);
}

/** Whether the typed text is a prefix of a word. */
const begins = (word: string, typed: string): boolean => word.toLowerCase().startsWith(typed.toLowerCase());

/** How many of the user's own records are searched. */
const LOOKED_AT = 50;

/** Numbers that complete what is typed: of the user's work items and reports, and of the record they name. */
async function numbersLike(last: string, type: RecordType<unknown>, typing: Typing): Promise<NextWord[]> {
  const [work, reported, named] = await Promise.all([
    myWork(typing, LOOKED_AT),
    typing.desk.reportedBy(typing.person.id, LOOKED_AT),
    /\d/.test(last) ? recordsCalled(last, { type: type.type }, typing) : [],
  ]);
  const sought = last.toLowerCase();
  const own = [...work.rows, ...reported].filter(
    ({ type: of, number, title }) => of === type.type && `${number} ${title}`.toLowerCase().includes(sought),
  );
  const all = new Map([...named, ...own].map(({ number, title }) => [number, title]));
  return [...all].map(([word, title]) => ({ word, label: title, goesOn: false }));
}

/** A completion: the whole command as it would then read, and what it does or names. */
export interface Completion {
  readonly command: string;
  readonly label: string;
  /** More can follow. */
  readonly goesOn: boolean;
}

/** Nobody reads more than this while typing. */
const MOST = 8;
/** A type's commands that may be followed by list filters. */
const NARROWED = /\.(?:list|stats|overdue)$/;

/** Completions of a command being typed: its words, moves, list filters, and numbers the user may mean. */
export async function completeCommand(typed: string, typing: Typing): Promise<Completion[]> {
  const text = typed.replace(/^／/, '/').trimStart();
  // Plain English may be about anything; a Chinese command word needs no slash.
  if (!/^(?:\/|\p{Script=Han})/u.test(text)) return [];
  const words = text.replace(/^\//, '').split(/\s+/);
  const last = words.at(-1) ?? '';
  const stem = text.slice(0, text.length - last.length);
  const before = words.slice(0, -1);
  const next = await nextWords(before[0]?.toLowerCase() === 'qm' ? before.slice(1) : before, last, typing);
  return next
    .filter(({ word }) => word !== last)
    .slice(0, MOST)
    .map(({ word, ...rest }) => ({ ...rest, command: stem + word }));
}

async function nextWords(before: readonly string[], last: string, typing: Typing): Promise<NextWord[]> {
  const table = commandsFor(typing.registry.all);
  const [noun, verb, ...more] = before;
  const commands = noun === undefined && last === '' ? [] : commandWords(before, last, table.all, typing);
  const type = noun === undefined ? undefined : typeCalled(noun, typing.registry.all);
  if (!type) return commands;
  if (verb === undefined) {
    const numbers = /\d/.test(last) ? await numbersLike(last, type, typing) : [];
    return [...numbers, ...commands, ...movesLike(last, type, typing)];
  }
  const id = table.bySaid(`${noun} ${verb}`)?.command.id ?? '';
  if (NARROWED.test(id)) return narrowingWords(type, more, last, typing);
  const isMove = movesCalled(verb, type).length > 0;
  const named = (id.endsWith('.show') || isMove) && more.length === 0 ? await numbersLike(last, type, typing) : [];
  return [...named, ...commands];
}

function movesLike(last: string, type: RecordType<unknown>, { locale, registry }: Typing): NextWord[] {
  const table = commandsFor(registry.all);
  if (last === '') return [];
  return type.allMoves.flatMap(([move, { by }]) => {
    const name = label(moveKey(type.type, 'move', move), locale);
    // Moves that no user makes are not completed, and a command's word takes precedence.
    const said = [name.replace(/\s+/g, ''), move].find((word) => begins(word, last));
    const isOther = said !== undefined && table.bySaid(`${type.type} ${said}`)?.rest === '';
    if (said === undefined || by.length === 0 || isOther) return [];
    return [{ word: said, label: name, goesOn: true }];
  });
}
