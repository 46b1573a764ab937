import type { Organisation } from '../../src/org/organisation.ts';
import { filtersOf } from '../../src/records/declaration/filters.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { foldText } from '../../src/records/search/fold-text.ts';
import type { ListStatus } from '../../src/records/search/list-filter.ts';

/** The meaning of a word in a list query. */
export type Meaning =
  | { readonly kind: 'standing'; readonly standing: ListStatus }
  | { readonly kind: 'mine' }
  /** A facet, or `owner`: a value of it comes next. */
  | { readonly kind: 'facet'; readonly facet: string }
  | { readonly kind: 'since' | 'until' }
  | { readonly kind: 'value'; readonly facet: string; readonly id: string };

/** The facet for the people who must act. */
export const OWNER = 'owner';

const standingWords: Readonly<Record<ListStatus, readonly string[]>> = {
  open: ['open', '未关闭', '未结', '在办', '进行中'],
  overdue: ['overdue', 'late', '逾期', '超期', '过期', '已逾期', '已超期'],
  closed: ['closed', '已关闭', '关闭', '已结', '办结'],
  all: ['all', '全部', '所有'],
};
const mineWords = ['mine', 'my', '我的', '我', '待我处理'];
const ownerWords = [OWNER, 'handler', 'by', '处理人', '承办人', '负责人'];
const sinceWords = ['since', 'from', 'after', '自从', '自', '从'];
const untilWords = ['until', 'till', 'to', 'before', '截至', '截止', '至', '到'];

/** All words that can filter a type's lists, normalized by `wordKey`, with their meaning. */
export interface ListWords {
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** By facet: the words for its values. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** One word for each meaning and language, as people would write it; for suggestions. */
  readonly spoken: readonly { readonly word: string; readonly meaning: Meaning }[];
}

/** A word normalized for comparison: without case, width, spaces, hyphens and underscores. */
export const wordKey = (word: string): string => foldText(word).replace(/[\s_-]+/g, '');

/** The words for a type's lists, in every language, with the names in the organization. */
export function listWords(type: RecordType<unknown>, org: Organisation): ListWords {
  const spoken: { word: string; meaning: Meaning }[] = [];
  const say = (words: readonly string[], meaning: Meaning) => {
    spoken.push(...words.map((word) => ({ word, meaning })));
  };
  for (const [standing, words] of Object.entries(standingWords) as [ListStatus, readonly string[]][]) {
    say(words, { kind: 'standing', standing });
  }
  say(mineWords, { kind: 'mine' });
  say(sinceWords, { kind: 'since' });
  say(untilWords, { kind: 'until' });
  const filters = filtersOf(type);
  for (const { facet, words } of filters) say([facet, ...words], { kind: 'facet', facet });
  say(ownerWords, { kind: 'facet', facet: OWNER });
  const people = org.people.map(({ id, name }) => ({ id, name, aliases: [] }));
  const all = [
    ...filters.map((filter) => ({ facet: filter.facet, values: filter.values(org) })),
    { facet: OWNER, values: people },
  ];
  const values = new Map(all.map(({ facet, values: its }) => [facet, namesOf(its)]));
  for (const { facet, values: its } of all) {
    for (const { id, name, aliases = [] } of its) say([name.zh, name.en, ...aliases, id], { kind: 'value', facet, id });
  }
  // If a word has two meanings, the first wins: `closed` is a standing before it is a state.
  const meanings = new Map([...spoken].reverse().map(({ word, meaning }) => [wordKey(word), meaning]));
  return { meanings, values, spoken };
}

type Named = { readonly id: string; readonly name: { zh: string; en: string }; readonly aliases?: readonly string[] };

function namesOf(values: readonly Named[]): Map<string, string> {
  const names = values.flatMap(({ id, name, aliases = [] }) =>
    [id, name.zh, name.en, ...aliases].map((word) => [wordKey(word), id] as const),
  );
  return new Map(names.reverse());
}
