import { moveKey } from '../../src/records/declaration/all-moves.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { label } from '../../src/records/say.ts';
import { movesCalled } from '../record/moves-called.ts';
import { typeCalled } from '../record/nouns.ts';
import { commandsFor } from '../table.ts';
import { begins, commandWords } from './command-words.ts';
import { narrowingWords } from './narrowing-words.ts';
import type { NextWord, Typing } from './next-word.ts';
import { numbersLike } from './numbers-like.ts';

/** What may be typed next: the whole command as it would then stand, and what it does or names. */
export interface Completion {
  readonly command: string;
  readonly label: string;
  /** More is to follow. */
  readonly goesOn: boolean;
}

/** More than this nobody reads while typing. */
const MOST = 8;
/** Commands of a type that are followed by what narrows its list. */
const NARROWED = /\.(?:list|stats|overdue)$/;

/** How a command that is being typed may go on: its words, moves, conditions of lists, and numbers the person may mean. */
export async function completeCommand(typed: string, typing: Typing): Promise<Completion[]> {
  const text = typed.replace(/^／/, '/').trimStart();
  // Plain English may be about anything; a Chinese word for a command needs no slash.
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
    // What nobody makes by hand is not to be said, and a word for a command stays one.
    const said = [name.replace(/\s+/g, ''), move].find((word) => begins(word, last));
    const isOther = said !== undefined && table.bySaid(`${type.type} ${said}`)?.rest === '';
    if (said === undefined || by.length === 0 || isOther) return [];
    return [{ word: said, label: name, goesOn: true }];
  });
}
