import { foldText } from './fold-text.ts';

/** From here on, two titles are probably about the same matter. */
export const SIMILAR = 0.5;

/**
 * The similarity of two titles, from 0 to 1: twice the number of shared trigrams, divided by the total of both (Dice's coefficient). A trigram is
 * three adjacent characters of the normalized text without punctuation, with a space before and after; so even a pair of characters has trigrams.
 */
export function similarity(one: string, other: string): number {
  const left = trigramsOf(one);
  const right = trigramsOf(other);
  if (left.size + right.size === 0) return 0;
  const shared = [...left].filter((trigram) => right.has(trigram)).length;
  return (2 * shared) / (left.size + right.size);
}

/** The distinct trigrams of a text. */
function trigramsOf(text: string): Set<string> {
  const bare = foldText(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  if (bare === '') return new Set();
  const letters = Array.from(` ${bare} `);
  return new Set(letters.slice(2).map((letter, index) => `${letters[index]}${letters[index + 1]}${letter}`));
}
