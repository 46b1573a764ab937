import { type Locale, localesFrom } from '../../src/i18n/locale.ts';
import type { Command } from '../command.ts';
import { wordKey } from '../list/list-words.ts';
import { typed } from '../say-command.ts';
import { distance, FAR } from './nearest.ts';

/** What it costs that a word is still to follow, and that more follows than the command's words. */
const MISSING = 0.6;
const MORE = 0.35;

interface Near {
  readonly text: string;
  readonly cost: number;
}

interface Asking {
  /** The language in which words are told that were not said. */
  readonly locale: Locale;
  /** Whether the first word is known: then it is taken as it is. */
  readonly sure: boolean;
}

/**
 * What somebody probably meant who said nothing that is known: commands whose words are near, the nearest first, each once and at
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

/** The ways to say a command, a list of words each; more may follow where it takes something. */
function waysOf(command: Command, way: 'words' | 'phrases', locale: Locale) {
  const takesMore = way === 'words' && command.takes !== undefined;
  return (command[way]?.[locale] ?? []).map((text) => ({ words: text.split(' '), takesMore }));
}

/** How far something said is from the words of a command, word by word; nothing where one of them is quite different. */
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

/** The same two words are compared again and again: most commands begin with the noun of their type. */
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
