import { foldText } from './fold-text.ts';

/** From here on two titles probably speak of one matter. */
export const SIMILAR = 0.5;

/**
 * How much two titles have in common, from 0 to 1: twice the number of trigrams they share, divided by the number that both
 * have together (Dice's coefficient). A trigram is three neighbouring characters of the text as it is compared, without
 * punctuation, with a space before and after; so a single pair of characters has trigrams too.
 */
export function similarity(one: string, other: string): number {
  const left = trigramsOf(one);
  const right = trigramsOf(other);
  if (left.size + right.size === 0) return 0;
  const shared = [...left].filter((trigram) => right.has(trigram)).length;
  return (2 * shared) / (left.size + right.size);
}

/** The trigrams of a text, each once. */
function trigramsOf(text: string): Set<string> {
  const bare = foldText(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  if (bare === '') return new Set();
  const letters = Array.from(` ${bare} `);
  return new Set(letters.slice(2).map((letter, index) => `${letters[index]}${letters[index + 1]}${letter}`));
}
