import { shortenLetters } from '../../chat/shorten-text.ts';
import type { FindingData } from './finding-data.ts';

/** The most characters of the description used as a title. */
const LONGEST = 40;

/** The given title, otherwise the beginning of the description. */
export function titleOf({ title, what }: Pick<FindingData, 'title' | 'what'>): string {
  if (title !== undefined) return title;
  return shortenLetters(what.replace(/\s+/g, ' '), LONGEST);
}
