import { AFTER_ALL, encodeKey, reverseKey, typeBracket } from './key-encoding.ts';
import { isOperators } from './query.ts';
import { type Doc, isDocument } from './values.ts';

/** Keys of a field: all with `from <= key < to`. */
export interface KeyRange {
  from: string;
  to: string;
}

/** One thing that a filter demands of a field, and the keys under which an index has what may meet it. */
export interface Condition {
  name: string;
  /** In order, without overlap; undefined if no index helps. */
  spans: readonly KeyRange[] | undefined;
  /** Whether each span is a single value. */
  points: boolean;
  /** Whether what stands under these keys meets the condition for certain. */
  exact: boolean;
  /** Whether it speaks of all elements of an array, so that no single key tells. */
  ofAll: boolean;
}

const ALL: KeyRange = { from: '', to: AFTER_ALL };

/** All that a filter demands, by itself and inside an `$and`: each of these must hold. */
export function conditionsOf(filter: Doc): Condition[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    if (name === '$and' && Array.isArray(value)) return value.filter(isDocument).flatMap(conditionsOf);
    if (!isOperators(value)) return [readCondition(name, '$eq', value)];
    return Object.entries(value).flatMap(([operator, argument]) => {
      const each = operator === '$all' && Array.isArray(argument) && argument.length > 0;
      return each ? argument.map((one) => readCondition(name, '$eq', one)) : [readCondition(name, operator, argument)];
    });
  });
}

function readCondition(name: string, operator: string, argument: unknown): Condition {
  const list = operator === '$in' || operator === '$nin' ? argument : [argument];
  const values = Array.isArray(list) && !name.startsWith('$') && !list.some(Array.isArray) ? list : undefined;
  // Of an array of values that has no document a path reaches nothing, which stands in an index as null, but is not null.
  const sure = !name.includes('.') || !values?.includes(null);
  const points = operator === '$eq' || operator === '$in';
  const ofAll = operator === '$ne' || operator === '$nin';
  const condition = { name, points, exact: sure, ofAll };
  if (values === undefined) return { ...condition, spans: undefined };
  if (points) return { ...condition, spans: pointsOf(values) };
  if (ofAll) return { ...condition, spans: sure ? gapsOf(pointsOf(values)) : undefined };
  return {
    ...condition,
    spans: /^\$[gl]te?$/.test(operator) && argument !== null ? boundedBy(operator, argument) : undefined,
  };
}

function pointsOf(values: readonly unknown[]): KeyRange[] {
  const keys = [...new Set(values.map(encodeKey))].toSorted();
  return keys.map((key) => ({ from: key, to: key + AFTER_ALL }));
}

/** What lies between spans, before and after them. */
function gapsOf(spans: readonly KeyRange[]): KeyRange[] {
  const starts = ['', ...spans.map(({ to }) => to)];
  return starts.map((from, at) => ({ from, to: spans[at]?.from ?? AFTER_ALL }));
}

const LEAST_NUMBER = encodeKey(Number.NEGATIVE_INFINITY);

/** A comparison never crosses types, and no number compares with NaN, which comes before all others. */
function boundedBy(operator: string, argument: unknown): KeyRange[] {
  const key = encodeKey(argument);
  const bracket = typeBracket(argument);
  const above = operator.startsWith('$g');
  // The bound itself belongs to what is above it, or below it, or not.
  const bound = above === operator.endsWith('e') ? key : key + AFTER_ALL;
  if (above) return [{ from: bound, to: bracket + AFTER_ALL }];
  return [{ from: LEAST_NUMBER.startsWith(bracket) ? LEAST_NUMBER : bracket, to: bound }];
}

/** The keys that lie in spans of all of these lists. */
export function commonSpans(lists: readonly (readonly KeyRange[])[]): readonly KeyRange[] {
  return lists.reduce((some, others) => some.flatMap((one) => others.flatMap((other) => overlap(one, other))), [ALL]);
}

function overlap(one: KeyRange, other: KeyRange): KeyRange[] {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from < to ? [{ from, to }] : [];
}

/** The same spans of a field that an index has in descending order. */
export function reverseSpans(spans: readonly KeyRange[]): KeyRange[] {
  return spans.map(({ from, to }) => ({ from: reverseBound(to), to: reverseBound(from) })).toReversed();
}

function reverseBound(bound: string): string {
  return bound.endsWith(AFTER_ALL) ? reverseKey(bound.slice(0, -1)) : reverseKey(bound) + AFTER_ALL;
}
