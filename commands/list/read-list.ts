import type { Day } from '../../src/calendar/day.ts';
import type { ListStatus } from '../../src/records/search/list-filter.ts';
import { type ListQuery, MOST_WORDS } from './list-query.ts';
import { type ListWords, type Meaning, OWNER, wordKey } from './list-words.ts';
import { readDay } from './read-day.ts';
import { type Piece, sayPieces, splitWords } from './split-words.ts';

/** A token that was not understood. */
export interface Unread {
  /** The token's index. */
  readonly at: number;
  /** What was expected there: a value of this facet, a day, or anything. */
  readonly expected: { readonly facet: string } | 'day' | 'any';
}

/** A list query, as far as it was understood. */
export interface ListReading {
  readonly query: ListQuery;
  readonly pieces: readonly Piece[];
  readonly unread: readonly Unread[];
}

/** The most words in one name, such as `Research and development`. */
const LONGEST_NAME = 5;

interface Draft {
  standing: ListStatus | null;
  mine: boolean;
  readonly facets: Map<string, Set<string>>;
  since: Day | null;
  until: Day | null;
  readonly words: string[];
  readonly unread: Unread[];
}

/**
 * Parses a list query, in any order and any language: `逾期 部门 运维管理部 自 2026-01-01 "机房"`. Names may stand alone,
 * after the word for their facet, or joined to it (`kind=major`, `部门运维管理部`). Never throws; reports what it does not understand.
 */
export function readList(said: string, words: ListWords, today: Day): ListReading {
  const pieces = splitWords(said);
  const draft: Draft = {
    standing: null,
    mine: false,
    facets: new Map(),
    since: null,
    until: null,
    words: [],
    unread: [],
  };
  for (let at = 0; at < pieces.length; ) at += readAt(pieces, at, { words, today, draft });
  return { query: queryOf(draft), pieces, unread: draft.unread };
}

/** The query with what was not understood turned into search words. */
export function asWords({ pieces, unread }: ListReading): string {
  return sayPieces(pieces, new Map(unread.map(({ at }) => [at, undefined])));
}

interface Reading {
  readonly words: ListWords;
  readonly today: Day;
  readonly draft: Draft;
}

/** Parses the tokens from one position on, and returns how many were used. */
function readAt(pieces: readonly Piece[], at: number, reading: Reading): number {
  const { words, draft, today } = reading;
  const piece = pieces[at];
  if (!piece) return 1;
  if (piece.quoted) {
    draft.words.push(piece.text);
    return 1;
  }
  const meant = longest(pieces, at, (key) => words.meanings.get(key));
  if (meant) {
    const next = at + meant.length;
    const took = take(meant.value, pieces, next, reading);
    if (took === null) draft.unread.push({ at: next, expected: expectedBy(meant.value) });
    return meant.length + (took ?? (pieces[next] ? 1 : 0));
  }
  const parts = joined(piece.text, reading);
  if (parts) {
    const took = take(parts.meaning, [{ text: parts.rest, quoted: true }], 0, reading);
    if (took === null) draft.unread.push({ at, expected: expectedBy(parts.meaning) });
    return 1;
  }
  const span = readDay(piece.text, today);
  if (!span) draft.unread.push({ at, expected: 'any' });
  else {
    draft.since = span.first;
    if (span.last !== span.first) draft.until = span.last;
  }
  return 1;
}

/** Applies a meaning, with the value it needs from the tokens at `at`: returns how many were used, or null if none was valid. */
function take(meaning: Meaning, pieces: readonly Piece[], at: number, { words, today, draft }: Reading): number | null {
  switch (meaning.kind) {
    case 'standing':
      draft.standing = meaning.standing;
      return 0;
    case 'mine':
      draft.mine = true;
      return 0;
    case 'value':
      add(draft, meaning.facet, meaning.id);
      return 0;
    case 'facet': {
      const value = longest(pieces, at, (key) => words.values.get(meaning.facet)?.get(key), true);
      if (value) add(draft, meaning.facet, value.value);
      return value?.length ?? null;
    }
    case 'since':
    case 'until': {
      const span = longest(pieces, at, (_key, text) => readDay(text, today) ?? undefined, true);
      if (span && meaning.kind === 'since') draft.since = span.value.first;
      else if (span) draft.until = span.value.last;
      return span?.length ?? null;
    }
    default:
      return meaning satisfies never;
  }
}

/** The most tokens from `at` on that together have a meaning. */
function longest<T>(
  pieces: readonly Piece[],
  at: number,
  find: (key: string, text: string) => T | undefined,
  quotedToo = false,
): { readonly value: T; readonly length: number } | null {
  for (let length = Math.min(LONGEST_NAME, pieces.length - at); length > 0; length--) {
    const said = pieces.slice(at, at + length);
    if (!quotedToo && said.some(({ quoted }) => quoted)) continue;
    const text = said.map((piece) => piece.text).join(' ');
    const value = find(wordKey(text), text);
    if (value !== undefined) return { value, length };
  }
  return null;
}

/** A word for a facet or a day, joined to its value without a space. */
function joined(text: string, { words, today }: Reading): { readonly meaning: Meaning; readonly rest: string } | null {
  const [, left, right] = /^([^=:：]+)[=:：](.+)$/u.exec(text) ?? [];
  const named = left === undefined ? undefined : words.meanings.get(wordKey(left));
  if (named && right !== undefined && needsMore(named)) return { meaning: named, rest: right };
  for (let length = text.length - 1; length > 0; length--) {
    const meaning = words.meanings.get(wordKey(text.slice(0, length)));
    const rest = text.slice(length);
    if (!meaning || !needsMore(meaning)) continue;
    const known =
      meaning.kind === 'facet' ? words.values.get(meaning.facet)?.has(wordKey(rest)) : readDay(rest, today) !== null;
    if (known) return { meaning, rest };
  }
  return null;
}

const needsMore = ({ kind }: Meaning) => kind === 'facet' || kind === 'since' || kind === 'until';

const expectedBy = (meaning: Meaning): Unread['expected'] =>
  meaning.kind === 'facet'
    ? { facet: meaning.facet }
    : meaning.kind === 'since' || meaning.kind === 'until'
      ? 'day'
      : 'any';

function add({ facets }: Draft, facet: string, id: string): void {
  facets.set(facet, (facets.get(facet) ?? new Set()).add(id));
}

function queryOf({ standing, mine, facets, since, until, words }: Draft): ListQuery {
  const { [OWNER]: owners = new Set<string>(), ...others } = Object.fromEntries(facets);
  // The quotation mark that buttons use to carry them must not be part of them.
  const said = words
    .join(' ')
    .replace(/["\s]+/g, ' ')
    .trim();
  const sought = Array.from(said).slice(0, MOST_WORDS).join('').trim();
  // A search, or a filter by state, covers all of them.
  const wide = sought !== '' || others.state !== undefined;
  return {
    standing: standing ?? (wide ? 'all' : 'open'),
    mine,
    facets: Object.fromEntries(Object.entries(others).map(([facet, values]) => [facet, [...values]])),
    owners: [...owners],
    since,
    until,
    words: sought,
  };
}
