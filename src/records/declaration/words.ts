import type { Locale } from '../../i18n/locale.ts';
import type { TypeWord } from '../../i18n/translate.ts';

/** A word or a sentence: Chinese, English. */
type Pair = readonly [zh: string, en: string];
type Section = Readonly<Record<string, Pair>>;
/** A type's words as declared: some at the top level, most in sections such as `field`, `state` and `move`. */
type Declared = Readonly<Record<string, Pair | Section>>;

/** The words of a record type, each as the key under which `translate` finds it. */
export type Words<Declaration> = {
  readonly [Name in keyof Declaration]: Declaration[Name] extends Pair
    ? TypeWord
    : { readonly [Word in keyof Declaration[Name]]: TypeWord };
} & TypeWords;

interface TypeWords {
  /** The registry's input to `translate`: every key in every language. */
  readonly catalogues: Readonly<Record<Locale, Readonly<Record<string, string>>>>;
}

/** The words required of every record type. */
export interface Vocabulary extends TypeWords {
  readonly noun: TypeWord;
  readonly nouns: TypeWord;
  /** The reply to the person who created a record, with `{number}`; only if people can create one. */
  readonly created?: TypeWord;
  readonly new?: { readonly title: TypeWord };
  readonly state: Readonly<Record<string, TypeWord>>;
  readonly done: Readonly<Record<string, TypeWord>>;
}

type Together<Parts extends readonly unknown[]> = Parts extends readonly [infer First, ...infer Rest]
  ? First & Together<Rest>
  : unknown;

/**
 * Declares the words of a record type, in one part or one per stage of its life. Keys combine the type and the names, such as `visit.field.purpose`:
 * stored effects and histories contain them, so names must not change. Throws a `TypeError` if two parts have the same key.
 */
export function defineWords<const Parts extends readonly Declared[]>(
  type: string,
  ...parts: Parts
): Words<Together<Parts>> {
  const chinese: Record<string, string> = {};
  const english: Record<string, string> = {};
  const words: Record<string, string | Record<string, string>> = {};
  const keep = (key: string, [zh, en]: Pair) => {
    if (Object.hasOwn(chinese, key)) throw new TypeError(`The word ${key} is declared twice.`);
    chinese[key] = zh;
    english[key] = en;
    return key;
  };
  for (const [name, word] of parts.flatMap((part) => Object.entries(part))) {
    const key = `${type}.${name}`;
    if (isPair(word)) words[name] = keep(key, word);
    else {
      const entries = Object.entries(word).map(([inner, pair]) => [inner, keep(`${key}.${inner}`, pair)]);
      words[name] = { ...(words[name] as object), ...Object.fromEntries(entries) };
    }
  }
  return { ...words, catalogues: { 'zh-CN': chinese, en: english } } as Words<Together<Parts>>;
}

const isPair = (word: Pair | Section): word is Pair => Array.isArray(word);
