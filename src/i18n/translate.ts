import { en } from './en/index.ts';
import { type Locale, locales } from './locale.ts';
import { zhCn } from './zh-cn/index.ts';

/** A key of a record type's own words, which stand with the type: made by `defineWords`. */
export type TypeWord = string & { readonly ofType: true };

/** A key of the catalogues, or of a record type's words. Both languages have every key; the compiler sees to it. */
export type MessageKey = keyof typeof zhCn | TypeWord;

/** Values for a message's `{placeholders}`. */
export type MessageParams = Readonly<Record<string, string | number>>;

const catalogues: Readonly<Record<Locale, Record<string, string>>> = { 'zh-CN': { ...zhCn }, en: { ...en } };

/** Adds the words of record types to those that belong to no type: the registry does it, once. */
export function addWords(words: Readonly<Record<Locale, Readonly<Record<string, string>>>>): void {
  for (const locale of locales) Object.assign(catalogues[locale], words[locale]);
}

/** All messages of a language, by key. */
export const messagesIn = (locale: Locale): Readonly<Record<string, string>> => catalogues[locale];

/** The message in a language, with `{name}` replaced by `params.name`; a placeholder without a value stays as it is. */
export function translate(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  const message = catalogues[locale][key];
  if (message === undefined) throw new Error(`No record type that is registered has the word ${key}.`);
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Whether a string, from the database for instance, is a key of the catalogues. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(catalogues['zh-CN'], key);
}
