import { wordKey } from '../list/list-words.ts';
import { editDistance } from './edit-distance.ts';

/** How far apart words may be to count as a match; see `distance`. */
export const FAR = 1;
/** The share of a word's letters that may be wrong; in an unspaced script each letter of a short word counts more. */
const wrongAllowed = (word: string) => (isWide(word) ? (word.length === 2 ? 0.5 : 0.4) : 0.34);

/** The words the user probably meant, nearest first, at most `most`; none that is too different. */
export function nearest(said: string, words: Iterable<string>, most: number): string[] {
  const found = new Map<string, number>();
  for (const word of words) {
    const far = distance(said, word);
    if (far < FAR) found.set(word, Math.min(far, found.get(word) ?? FAR));
  }
  return [...found]
    .sort((one, other) => one[1] - other[1] || one[0].length - other[0].length)
    .slice(0, most)
    .map(([word]) => word);
}

/** From 0 (the same) to 1 (unrelated): a matching prefix counts more than a substring, and that more than wrong letters. */
export const distance = (said: string, word: string): number => between(wordKey(said), wordKey(word));

function between(said: string, word: string): number {
  if (said === '' || word === '') return FAR;
  if (said === word) return 0;
  const [shorter, longer] = said.length < word.length ? [said, word] : [word, said];
  const enough = isWide(shorter) ? 2 : 3;
  const lacking = 1 - shorter.length / longer.length;
  if (word.startsWith(said) && said.length >= enough - 1) return 0.1 + 0.3 * lacking;
  if (shorter.length >= enough && longer.includes(shorter)) return 0.4 + 0.3 * lacking;
  const wrong = editDistance(said, word) / Math.max(said.length, word.length);
  return wrong <= wrongAllowed(word) ? 0.5 + wrong / 2 : FAR;
}

const isWide = (text: string) => /^[^\p{ASCII}]+$/u.test(text);
