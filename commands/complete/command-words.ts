import { localesFrom } from '../../src/i18n/locale.ts';
import type { Command } from '../command.ts';
import { wordKey } from '../list/list-words.ts';
import type { NextWord, Typing } from './next-word.ts';

/** How a command may be said, word by word; never by a name in the code, such as `callBack`. */
function waysOf({ words, phrases }: Command, { locale }: Pick<Typing, 'locale'>): (readonly string[])[] {
  return localesFrom(locale)
    .flatMap((each) => [...(words?.[each] ?? []), ...(phrases?.[each] ?? [])])
    .filter((way) => !/[a-z][A-Z]/.test(way))
    .map((way) => way.split(' '));
}

/** The words that may stand where `last` is typed, behind others: one for each command, the first of its ways that fits. */
export function commandWords(
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
  // What a word does by itself is told before what it is the beginning of.
  const inOrder = [...found.filter(({ isWhole }) => isWhole), ...found.filter(({ isWhole }) => !isWhole)];
  const once = inOrder.filter(({ word }, index) => inOrder.findIndex((other) => other.word === word) === index);
  return once.map(({ isWhole: _whole, ...next }) => next);
}

/** Whether what is typed may become a word. */
export const begins = (word: string, typed: string): boolean => word.toLowerCase().startsWith(typed.toLowerCase());
