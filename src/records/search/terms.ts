import { foldText } from './fold-text.ts';

/** The most terms kept per record: the first in its texts win. */
export const MOST_TERMS = 64;
/** The longest term; longer words are cut. */
const LONGEST_TERM = 24;
/** The number of leading letters also kept of a word, so that prefixes match. */
const BEGINNING = 3;

/** Scripts without spaces between words: each pair of adjacent characters stands in for a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー]+/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A search word, normalized. */
export interface Sought {
  readonly word: string;
  /** The index terms for finding records that may contain it; empty for a single character of an unspaced script. */
  readonly terms: readonly string[];
}

/**
 * The index terms of texts: words in lower case plus prefixes of longer ones (`inspection`, `ins*`), and each pair of adjacent characters for
 * unspaced scripts (`机房 -> 机房`, `巡检记录 -> 巡检 检记 记录`). At most `MOST_TERMS`; the first texts first.
 */
export function termsOf(texts: Iterable<string>): string[] {
  const terms = new Set<string>();
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      for (const term of termsOfWord(word)) {
        if (terms.size === MOST_TERMS) return [...terms];
        terms.add(term);
      }
    }
  }
  return [...terms];
}

/** The distinct words of a search. A word of a spaced script is matched as a prefix. */
export function soughtIn(text: string): Sought[] {
  return [...new Set(wordsOf(text))].map((word) => ({ word, terms: termsSought(word) }));
}

/** The words of a text, in order: runs of letters and digits, split where an unspaced script begins or ends. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [run] of foldText(text).matchAll(WORD)) {
    let end = 0;
    for (const { 0: unspaced, index } of run.matchAll(UNSPACED)) {
      if (index > end) words.push(run.slice(end, index));
      words.push(unspaced);
      end = index + unspaced.length;
    }
    if (end < run.length) words.push(run.slice(end));
  }
  return words;
}

function termsOfWord(word: string): string[] {
  if (isUnspaced(word)) return pairsOf(word);
  const kept = firstOf(word, LONGEST_TERM);
  return kept.length < BEGINNING ? [kept] : [kept, beginningOf(kept)];
}

function termsSought(word: string): string[] {
  if (isUnspaced(word)) return Array.from(word).length > 1 ? pairsOf(word) : [];
  return [word.length < BEGINNING ? word : beginningOf(word)];
}

const beginningOf = (word: string) => `${firstOf(word, BEGINNING)}*`;

/** The first characters of a word, without splitting surrogate pairs. */
const firstOf = (word: string, count: number) =>
  Array.from(word.slice(0, 2 * count))
    .slice(0, count)
    .join('');

function pairsOf(word: string): string[] {
  const letters = Array.from(word);
  return letters.length === 1 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** Whether a record's terms contain a word: as a prefix, or for an unspaced script by all its pairs. */
export function holdsWord(terms: readonly string[], { word, terms: own }: Sought): boolean {
  if (isUnspaced(word)) return own.length > 0 && own.every((term) => terms.includes(term));
  const beginning = firstOf(word, LONGEST_TERM);
  return terms.some((term) => !term.endsWith('*') && term.startsWith(beginning));
}

/** Whether a word is in a script without spaces between words. */
export function isUnspaced(word: string): boolean {
  return word.search(UNSPACED) === 0;
}
