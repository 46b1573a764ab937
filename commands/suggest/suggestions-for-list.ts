import type { Locale } from '../../src/i18n/locale.ts';
import type { ListWords } from '../list/list-words.ts';
import type { ListReading, Unread } from '../list/read-list.ts';
import { type Piece, sayPieces } from '../list/split-words.ts';
import { nearest } from './nearest.ts';

/** Offered where a day was expected. */
const days: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': ['本周', '本月', '上月', '今年'],
  en: ['this week', 'this month', 'last month', 'this year'],
};
/** How many words are tried for one that was not understood. */
const TRIES = 4;

/**
 * List queries that were probably meant, best first: each token that was not understood is replaced by the nearest
 * word, or, if a value is missing, by the first ones; tokens similar to nothing become search words. Empty if no
 * token is similar to anything.
 */
export function suggestionsForList({ pieces, unread }: ListReading, words: ListWords, locale: Locale): string[] {
  const candidates = unread.map((one) => candidatesFor(one, pieces[one.at], words, locale));
  if (candidates.every(({ length }) => length === 0)) return [];
  const say = (choose: (index: number) => string | undefined) =>
    sayPieces(pieces, new Map(unread.map(({ at }, index) => [at, choose(index)])));
  const first = candidates.findIndex(({ length }) => length > 0);
  const tries = candidates[first] ?? [];
  return [...new Set(tries.map((word) => say((index) => (index === first ? word : candidates[index]?.[0]))))];
}

function candidatesFor({ expected }: Unread, piece: Piece | undefined, words: ListWords, locale: Locale): string[] {
  const said = piece?.text ?? '';
  if (expected === 'any') return nearest(said, new Set(words.spoken.map(({ word }) => word)), TRIES);
  if (expected === 'day') return days[locale].slice();
  const values = words.spoken.filter(({ meaning }) => meaning.kind === 'value' && meaning.facet === expected.facet);
  const near = nearest(said, new Set(values.map(({ word }) => word)), TRIES);
  return near.length > 0 ? near : onePerValue(values, locale).slice(0, TRIES);
}

/** A word for each value, in the language's script if there is one. */
function onePerValue(values: ListWords['spoken'], locale: Locale): string[] {
  const names = new Map<string, string>();
  for (const { word, meaning } of values) {
    if (meaning.kind !== 'value') continue;
    const known = names.get(meaning.id);
    if (known === undefined || (!fits(known, locale) && fits(word, locale))) names.set(meaning.id, word);
  }
  return [...names.values()];
}

const fits = (word: string, locale: Locale) => /\p{Script=Han}/u.test(word) === (locale === 'zh-CN');
