import type { FindingData } from './finding-data.ts';

/** The most characters of what was seen that stand in for a title. */
const LONGEST = 40;

/** The title that was given, else the beginning of what was seen. */
export function titleOf({ title, what }: Pick<FindingData, 'title' | 'what'>): string {
  if (title !== undefined) return title;
  const line = what.replace(/\s+/g, ' ');
  const letters = Array.from(line);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : line;
}
