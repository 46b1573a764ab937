import type { Context } from '../context.ts';
import type { Suggestion } from './draw-suggestions.ts';
import { readLooseNumber } from './loose-number.ts';
import { recordsCalled } from './numbers.ts';

/** How many of the records that a number may mean are offered. */
const MOST_RECORDS = 3;

/** The records that the whole text may mean, or its end. */
export async function recordsIn(text: string, type: string | null, context: Context): Promise<Suggestion[]> {
  const tokens = text.split(/\s+/);
  const ends = [tokens.length, 3, 2, 1].map((count) => tokens.slice(-count).join(' '));
  const number = ends.find((end) => readLooseNumber(end) !== null);
  if (number === undefined) return [];
  const records = await recordsCalled(number, { type }, context);
  return records.slice(0, MOST_RECORDS).map((record) => ({ kind: 'open', record }));
}
