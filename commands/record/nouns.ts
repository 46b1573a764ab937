import type { Locale } from '../../src/i18n/locale.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { Spoken } from '../command.ts';
import { wordKey } from '../list/list-words.ts';

/** The names of a record type, in each language: the first is the one that help and suggestions use. */
export function nounsOf({ type, words, called }: RecordType<unknown>): Spoken {
  const labels = (locale: Locale) =>
    [words.noun, words.nouns].map((key) => (words.catalogues[locale][key] ?? type).toLowerCase());
  const slash = called?.slash === undefined ? [] : [called.slash];
  return {
    'zh-CN': once([...labels('zh-CN'), ...(called?.nouns['zh-CN'] ?? [])]),
    en: once([...slash, ...(called?.nouns.en ?? []), ...labels('en')]),
  };
}

/** Its name in the code, which is accepted if it is not one of its nouns, but never shown. */
export function hiddenNounsOf(type: RecordType<unknown>): Spoken {
  const isKnown = nounsOf(type).en.some((noun) => wordKey(noun) === wordKey(type.type));
  return { 'zh-CN': [], en: isKnown ? [] : [type.type] };
}

/** The words without duplicates: those that differ only in case, spaces and hyphens are one. */
const once = (words: readonly string[]): string[] =>
  words.filter((word, at) => words.findIndex((other) => wordKey(other) === wordKey(word)) === at);

/** What its records are called in a sentence. */
export function nounIn({ type, words }: RecordType<unknown>, locale: Locale): string {
  const noun = words.catalogues[locale][words.nouns] ?? type;
  return locale === 'en' ? noun.toLowerCase() : noun;
}

/** How users say a type: its slash command, or `/qm` and its first noun. */
export function sayType(type: RecordType<unknown>): string {
  const slash = type.called?.slash;
  return slash === undefined ? `/qm ${nounsOf(type).en[0]}` : `/${slash}`;
}

/** The type that a word names; undefined if none. */
export const typeCalled = (word: string, types: readonly RecordType<unknown>[]): RecordType<unknown> | undefined =>
  types.find((type) =>
    [nounsOf(type), hiddenNounsOf(type)]
      .flatMap((nouns) => Object.values(nouns).flat())
      .some((noun) => wordKey(noun) === wordKey(word)),
  );
