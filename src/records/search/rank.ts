import { foldText } from './fold-text.ts';
import { holdsWord, isUnspaced, soughtIn, wordsOf } from './terms.ts';

/**
 * How well a record matches a search; higher comes first: 3 the title contains the phrase as typed, 2 the title contains all the words, 1 the words
 * are elsewhere in the record, 0 no match. A word of a spaced script matches as a prefix.
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
