import { z } from 'zod';
import { type NamePair, namePairSchema } from '../calendar/reason.ts';
import type { Locale } from '../i18n/locale.ts';

export type { NamePair };

const oneName = z.string().trim().min(1).max(120);

/** A name in both languages, `{ zh, en }`, or one text for both. */
export const nameSchema = z.union([oneName.transform((name): NamePair => ({ zh: name, en: name })), namePairSchema], {
  error: 'Give a name: one text, or { zh: ..., en: ... }.',
});

/** The name in a language. */
export function nameOf(pair: NamePair, locale: Locale): string {
  switch (locale) {
    case 'zh-CN':
      return pair.zh;
    case 'en':
      return pair.en;
    default:
      return locale satisfies never;
  }
}
