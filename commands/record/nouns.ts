import type { Locale } from '../../src/i18n/locale.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { Spoken } from '../command.ts';
import { wordKey } from '../list/list-words.ts';

/** What a record type is called, in each language: what others are told to say comes first. */
export function nounsOf({ type, words, called }: RecordType<unknown>): Spoken {
  const labels = (locale: Locale) =>
    [words.noun, words.nouns].map((key) => (words.catalogues[locale][key] ?? type).toLowerCase());
  const slash = called?.slash === undefined ? [] : [called.slash];
  return {
    'zh-CN': once([...labels('zh-CN'), ...(called?.nouns['zh-CN'] ?? [])]),
    en: once([...slash, ...(called?.nouns.en ?? []), ...labels('en')]),
  };
}

/** Its name in the code, which is understood where it is no noun of its own, and told to nobody. */
export function hiddenNounsOf(type: RecordType<unknown>): Spoken {
  const isKnown = nounsOf(type).en.some((noun) => wordKey(noun) === wordKey(type.type));
  return { 'zh-CN': [], en: isKnown ? [] : [type.type] };
}

/** The words, each once: those that differ in case, spaces and hyphens alone are one. */
const once = (words: readonly string[]): string[] =>
  words.filter((word, at) => words.findIndex((other) => wordKey(other) === wordKey(word)) === at);

/** What its records are called in a sentence. */
export function nounIn({ type, words }: RecordType<unknown>, locale: Locale): string {
  const noun = words.catalogues[locale][words.nouns] ?? type;
  return locale === 'en' ? noun.toLowerCase() : noun;
}

/** A type as somebody may say it: its slash command, or `/qm` and the first word for it. */
export function sayType(type: RecordType<unknown>): string {
  const slash = type.called?.slash;
  return slash === undefined ? `/qm ${nounsOf(type).en[0]}` : `/${slash}`;
}

/** The one of these types that a word names; undefined when it names none. */
export const typeCalled = (word: string, types: readonly RecordType<unknown>[]): RecordType<unknown> | undefined =>
  types.find((type) =>
    [nounsOf(type), hiddenNounsOf(type)]
      .flatMap((nouns) => Object.values(nouns).flat())
      .some((noun) => wordKey(noun) === wordKey(word)),
  );
