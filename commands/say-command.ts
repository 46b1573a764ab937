import type { Locale } from '../src/i18n/locale.ts';
import type { Command } from './command.ts';

/** Words as users can type them anywhere: after their slash command, in Chinese as they are, else after `/qm`. */
export function typed(words: string, all: readonly Command[]): string {
  const [first = ''] = words.split(' ');
  if (all.some(({ slash }) => slash === first)) return `/${words}`;
  return /^\p{Script=Han}/u.test(words) ? words : `/qm ${words}`;
}

/** How best to say a command in a language: its phrase or its first words; in English if it has none. */
export function sayIn(command: Command, locale: Locale, all: readonly Command[]): string {
  const inLanguage = (each: Locale) => command.phrases?.[each][0] ?? command.words?.[each][0];
  return typed(inLanguage(locale) ?? inLanguage('en') ?? '', all);
}

/** Whether a command can be said as it is, with nothing after its words. */
export const isWhole = ({ takes = '[]' }: Command): boolean => takes.startsWith('[');

/** The button that says a command. */
export function sayButton(command: Command, locale: Locale, all: readonly Command[]) {
  return {
    action: 'qm.say',
    label: command.does?.(locale) ?? sayIn(command, locale, all),
    value: { text: sayIn(command, 'en', all) },
  };
}
