import { isDeepStrictEqual } from 'node:util';
import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import type { Filter } from '../../src/records/declaration/filter.ts';
import { filtersOf } from '../../src/records/declaration/filters.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { listWords, type Meaning, OWNER, wordKey } from '../list/list-words.ts';
import type { NextWord, Typing } from './next-word.ts';

type Value = NextWord & { readonly aliases: readonly string[] };

/** The next possible list filters: after a facet's word its values, else standings, facets, and values by name. */
export function narrowingWords(
  type: RecordType<unknown>,
  before: readonly string[],
  last: string,
  typing: Typing,
): NextWord[] {
  const { meanings, spoken } = listWords(type, typing.org);
  const facet = meanings.get(wordKey(before.at(-1) ?? ''));
  const sought = wordKey(last);
  const fits = ({ word, aliases }: Value) => [word, ...aliases].some((name) => wordKey(name).includes(sought));
  if (facet?.kind === 'facet') return valuesOf(type, facet.facet, typing).filter(fits);
  if (facet?.kind === 'since' || facet?.kind === 'until') return [];
  const facets = [...filtersOf(type).map((filter) => filter.facet), OWNER];
  const conditions = spoken.filter(
    ({ word, meaning }) => inLanguage(word, typing.locale) && isCondition(meaning) && wordKey(word).startsWith(sought),
  );
  // One word for each meaning: the first, which is the plainest.
  const once = conditions.filter(
    ({ meaning }, at) => conditions.findIndex((other) => isDeepStrictEqual(other.meaning, meaning)) === at,
  );
  return [
    ...once.map(({ word, meaning }) => ({ word, ...saidOf(type, meaning, typing.locale) })),
    ...(sought === '' ? [] : facets.flatMap((one) => valuesOf(type, one, typing)).filter(fits)),
  ];
}

const isCondition = ({ kind }: Meaning) => kind !== 'value';
const inLanguage = (word: string, locale: Locale) => /\p{Script=Han}/u.test(word) === (locale === 'zh-CN');

function saidOf(type: RecordType<unknown>, meaning: Meaning, locale: Locale): Omit<NextWord, 'word'> {
  switch (meaning.kind) {
    case 'standing':
      return { label: translate(locale, `complete.${meaning.standing}`), goesOn: true };
    case 'mine':
    case 'since':
    case 'until':
      return { label: translate(locale, `complete.${meaning.kind}`), goesOn: true };
    case 'facet':
    case 'value':
      return {
        label: translate(locale, 'complete.facet', { name: facetName(type, meaning.facet, locale) }),
        goesOn: true,
      };
    default:
      return meaning satisfies never;
  }
}

const filterOf = (type: RecordType<unknown>, facet: string): Filter | undefined =>
  filtersOf(type).find((filter) => filter.facet === facet);

function facetName(type: RecordType<unknown>, facet: string, locale: Locale): string {
  return translate(locale, filterOf(type, facet)?.label ?? 'card.owner');
}

function valuesOf(type: RecordType<unknown>, facet: string, { org, locale }: Typing): Value[] {
  const values =
    facet === OWNER ? org.people.filter(({ active }) => active) : (filterOf(type, facet)?.values(org) ?? []);
  const name = facetName(type, facet, locale);
  return values.map((value) => ({
    word: nameOf(value.name, locale),
    label: name,
    goesOn: true,
    aliases: [value.name.zh, value.name.en, value.id, ...('aliases' in value ? (value.aliases ?? []) : [])],
  }));
}
