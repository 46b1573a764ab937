import type { Locale } from '../../src/i18n/locale.ts';
import { recordTypes } from '../../src/quality/index.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { Spoken } from '../command.ts';
import { wordKey } from '../list/list-words.ts';

/** What a record type is called, in each language: what others are told to say comes first, its own name last. */
export function nounsOf({ type, words, called }: RecordType<unknown>): Spoken {
  const labels = (locale: Locale) =>
    [words.noun, words.nouns].map((key) => (words.catalogues[locale][key] ?? type).toLowerCase());
  const slash = called?.slash === undefined ? [] : [called.slash];
  return {
    'zh-CN': once([...labels('zh-CN'), ...(called?.nouns['zh-CN'] ?? [])]),
    en: once([...slash, ...(called?.nouns.en ?? []), ...labels('en'), type]),
  };
}

/** The words, each once: those that differ in case, spaces and hyphens alone are one. */
const once = (words: readonly string[]): string[] =>
  [...new Map([...words].reverse().map((word) => [wordKey(word), word])).values()].reverse();

const byNoun = new Map(
  recordTypes.flatMap((type) =>
    Object.values(nounsOf(type))
      .flat()
      .map((noun) => [wordKey(noun), type] as const),
  ),
);

/** The record type that a word names; undefined when it names none. */
export const typeCalled = (word: string): RecordType<unknown> | undefined => byNoun.get(wordKey(word));
