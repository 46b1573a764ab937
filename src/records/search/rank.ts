import { foldText } from './fold-text.ts';
import { holdsWord, isUnspaced, soughtIn, wordsOf } from './terms.ts';

/**
 * How well a record fits what is looked for; the greater comes first:
 * 3 the title holds the words as they were said, 2 the title holds all of them, 1 they are somewhere in the record, 0 they are
 * not. A word of a spaced script is held where one begins with it.
 */
export function rankOf(
  words: string,
  { title, terms }: { readonly title: string; readonly terms: readonly string[] },
): number {
  const sought = soughtIn(words);
  if (sought.length === 0) return 0;
  const own = wordsOf(title);
  const holds = (word: string) => own.some((one) => (isUnspaced(word) ? one.includes(word) : one.startsWith(word)));
  if (sought.every(({ word }) => holds(word))) return foldText(title).includes(foldText(words).trim()) ? 3 : 2;
  const found = sought.every((one) => holds(one.word) || holdsWord(terms, one));
  return found ? 1 : 0;
}
