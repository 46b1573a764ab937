import { en } from './en/index.ts';
import type { Locale } from './locale.ts';
import { zhCn } from './zh-cn/index.ts';

/** A key of the catalogues. Both have every key; the compiler sees to it. */
export type MessageKey = keyof typeof zhCn;

/** Values for a message's `{placeholders}`. */
export type MessageParams = Readonly<Record<string, string | number>>;

const catalogues: Record<Locale, Record<MessageKey, string>> = { 'zh-CN': zhCn, en };

/** The message in a language, with `{name}` replaced by `params.name`; a placeholder without a value stays as it is. */
export function translate(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  return catalogues[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Whether a string, from the database for instance, is a key of the catalogues. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(zhCn, key);
}
