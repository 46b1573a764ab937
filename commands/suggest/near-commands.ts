import { type Locale, localesFrom } from '../../src/i18n/locale.ts';
import type { Command } from '../command.ts';
import { wordKey } from '../list/list-words.ts';
import { typed } from '../say-command.ts';
import { distance, FAR } from './nearest.ts';

/** The cost of a missing word, and of extra words after a command's. */
const MISSING = 0.6;
const MORE = 0.35;

interface Near {
  readonly text: string;
  readonly cost: number;
}

interface Asking {
  /** The language for words that the user did not type. */
  readonly locale: Locale;
  /** Whether the first word is known: then it is not corrected. */
  readonly sure: boolean;
}

/**
 * Suggests commands for a text that was not understood: those with similar words, nearest first, each once and at
 * most `most`.
 */
export function nearCommands(
  said: readonly string[],
  all: readonly Command[],
  most: number,
  { locale, sure }: Asking,
): string[] {
  const apart = remembered(sure ? said[0] : undefined);
  const languages = localesFrom(locale);
  const near = all.flatMap((command): Near[] => {
    if (!command.say) return [];
    const ways = languages
      .flatMap((each) => [...waysOf(command, 'words', each), ...waysOf(command, 'phrases', each)])
      .filter((way) => said.length <= way.words.length || way.takesMore)
      .flatMap((way) => costOf(said, way.words, apart));
    const [best] = ways.sort((one, other) => one.cost - other.cost);
    return best ? [{ text: typed(best.text, all), cost: best.cost }] : [];
  });
  const inOrder = near.sort((one, other) => one.cost - other.cost).map(({ text }) => text);
  return [...new Set(inOrder)].slice(0, most);
}

/** The ways to say a command, a list of words each; more may follow if it takes arguments. */
function waysOf(command: Command, way: 'words' | 'phrases', locale: Locale) {
  const takesMore = way === 'words' && command.takes !== undefined;
  return (command[way]?.[locale] ?? []).map((text) => ({ words: text.split(' '), takesMore }));
}

/** The distance of a text from a command's words, word by word; empty if one of them is too different. */
function costOf(said: readonly string[], words: readonly string[], apart: typeof distance): Near[] {
  const shared = Math.min(said.length, words.length);
  const missing = words.length - shared;
  if (missing > 1) return [];
  let cost = missing * MISSING + (said.length > shared ? MORE : 0);
  for (let at = 0; at < shared; at++) {
    const far = apart(said[at] ?? '', words[at] ?? '');
    if (far >= FAR) return [];
    cost += far;
  }
  return [{ text: [...words, ...said.slice(shared)].join(' '), cost }];
}

/** Memoized, since the same two words are compared again and again: most commands begin with their type's noun. */
function remembered(sure: string | undefined): typeof distance {
  const known = new Map<string, number>();
  return (said, word) => {
    if (said === sure) return wordKey(said) === wordKey(word) ? 0 : FAR;
    const key = `${said} ${word}`;
    const far = known.get(key) ?? distance(said, word);
    known.set(key, far);
    return far;
  };
}
