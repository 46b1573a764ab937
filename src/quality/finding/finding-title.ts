import { shortenLetters } from '../../chat/shorten-text.ts';
import type { FindingData } from './finding-data.ts';

/** The most characters of what was seen that stand in for a title. */
const LONGEST = 40;

/** The title that was given, else the beginning of what was seen. */
export function titleOf({ title, what }: Pick<FindingData, 'title' | 'what'>): string {
  if (title !== undefined) return title;
  return shortenLetters(what.replace(/\s+/g, ' '), LONGEST);
}
