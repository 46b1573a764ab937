import type { CollectionIndex } from './collection-index.ts';
import { AFTER_ALL, encodeKey, reverseKey } from './key-encoding.ts';
import { isOperators } from './query.ts';
import type { Sort } from './sort.ts';
import { type Doc, fieldOf, isDocument } from './values.ts';

/** A stretch of an index: all entries with `from <= key < to`. */
interface Range {
  from: string;
  to: string;
}

/** The stretches of an index to look at; `order` tells whether they give the order of the sort, as they are or backward. */
export interface IndexPlan {
  index: CollectionIndex;
  ranges: Range[];
  order: 'forward' | 'backward' | undefined;
  /** Every entry of the stretches meets the whole filter: nothing is left to be tested. */
  exact: boolean;
}

/** The values of an `$in` multiply with those of the next field: beyond this many stretches the rest is tested. */
const MAX_RANGES = 1000;

/**
 * Chooses the index, and of an `$all` the value, that leaves the fewest documents to look at; one that gives the order
 * asked for counts half.
 * Answers undefined if no index helps, so that every document must be looked at.
 */
export function choosePlan(filter: Doc, indexes: readonly CollectionIndex[], sort?: Sort): IndexPlan | undefined {
  const readings = readingsOf(conditionsOf(filter));
  let best: IndexPlan | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [index, conditions] of indexes.flatMap((each) => readings.map((reading) => [each, reading] as const))) {
    const plan = planOn(index, conditions, sort);
    if (plan === undefined) continue;
    const count = plan.ranges.reduce((sum, { from, to }) => sum + index.keys.count(from, to), 0);
    const cost = count * (plan.order ? 0.5 : 1);
    if (cost > bestCost || (cost === bestCost && (best?.exact === true || !plan.exact))) continue;
    best = plan;
    bestCost = cost;
  }
  return best && { ...best, exact: best.exact && Object.keys(filter).every((name) => !isManifold(name, filter[name])) };
}

/** Conditions that an index answers only in part. */
const isManifold = (name: string, condition: unknown) =>
  name.startsWith('$') || (isOperators(condition) && Array.isArray(condition.$all) && condition.$all.length !== 1);

/** The ids of the documents that a plan looks at, each once: in the order of the sort, if the plan gives it. */
export function candidatesOf({ index, ranges, order }: IndexPlan): number[] {
  const found = ranges.flatMap(({ from, to }) => index.keys.ids(from, to));
  const once = index.arrays.size > 0 && order === undefined ? [...new Set(found)] : found;
  if (order === undefined) return once.toSorted((a, b) => a - b);
  return order === 'backward' ? once.toReversed() : once;
}

/** What must hold of each field, by itself or inside an `$and`; of a field that is named twice, one of the conditions. */
function conditionsOf({ $and = [], ...own }: Doc): Doc {
  const inner = Array.isArray($and) ? $and.filter(isDocument).map(conditionsOf) : [];
  return Object.assign({}, ...inner, own);
}

/** Where a field must hold all of several values, each of them may lead to the documents. */
function readingsOf(conditions: Doc): Doc[] {
  const [name, values] = Object.entries(conditions).flatMap(([field, condition]) =>
    isOperators(condition) && Array.isArray(condition.$all) ? [field, condition.$all] : [],
  );
  if (typeof name !== 'string' || !Array.isArray(values) || values.length === 0) return [conditions];
  return values.map((value: unknown) => ({ ...conditions, [name]: value }));
}

function planOn(index: CollectionIndex, conditions: Doc, sort: Sort | undefined): IndexPlan | undefined {
  let prefixes = [''];
  let fixed = 0;
  let ranges: Range[] | undefined;
  let met = 0;
  for (const [at, { name, descending }] of index.fields.entries()) {
    const condition = fieldOf(conditions, name);
    const keys = equalKeys(condition)?.map((key) => (descending ? reverseKey(key) : key));
    if (keys !== undefined && prefixes.length * keys.length <= MAX_RANGES) {
      prefixes = prefixes.flatMap((prefix) => keys.map((key) => prefix + key));
      fixed += 1;
      if (!isOperators(condition) || Object.keys(condition).length === 1) met += 1;
      continue;
    }
    const bounds = boundsOf(condition, index.arrays.has(at));
    if (bounds) ranges = prefixes.map((prefix) => rangeAfter(prefix, bounds, descending));
    if (bounds && isClosed(condition) && !index.arrays.has(at)) met += 1;
    break;
  }
  const order = sort === undefined || prefixes.length > 1 ? undefined : orderGiven(index, fixed, sort);
  if (fixed === 0 && ranges === undefined && order === undefined) return undefined;
  return {
    index,
    ranges: ranges ?? prefixes.map((prefix) => ({ from: prefix, to: prefix + AFTER_ALL })),
    order,
    exact: met === Object.keys(conditions).length,
  };
}

/** The keys that a field must have, if the condition fixes it: by equality or `$in` with values that are no arrays. */
function equalKeys(condition: unknown): string[] | undefined {
  const values = equalTo(condition);
  if (values === undefined || values.some((value) => value === undefined || Array.isArray(value))) return undefined;
  return [...new Set(values.map(encodeKey))].toSorted();
}

function equalTo(condition: unknown): unknown[] | undefined {
  if (!isOperators(condition)) return [condition];
  if (Object.hasOwn(condition, '$eq')) return [condition.$eq];
  return Array.isArray(condition.$in) ? condition.$in : undefined;
}

/** The stretch of keys within `$gt`, `$gte`, `$lt` and `$lte`; of a field that is an array one bound alone may be used. */
function boundsOf(condition: unknown, multikey: boolean): Range | undefined {
  let low: string | undefined;
  let high: string | undefined;
  for (const [operator, value] of isOperators(condition) ? Object.entries(condition) : []) {
    if (value === null || Array.isArray(value)) continue;
    if (multikey && (low ?? high) !== undefined) break;
    const key = encodeKey(value);
    const lower = operator === '$gt' || operator === '$gte';
    if (lower && (low === undefined || key > low)) low = key;
    if ((operator === '$lt' || operator === '$lte') && (high === undefined || key < high)) high = key;
  }
  if (low === undefined && high === undefined) return undefined;
  return { from: low ?? bracketOf(high), to: high ?? bracketOf(low) };
}

/** Bounds that belong to the stretch themselves, which an index gives to the letter. */
const isClosed = (condition: unknown) =>
  isOperators(condition) &&
  Object.entries(condition).every(([operator, value]) => /^\$[gl]te$/.test(operator) && value !== null);

/** What all keys of one type begin with: a comparison never crosses types. */
function bracketOf(key: string | undefined): string {
  return key?.slice(0, 1) ?? '';
}

function rangeAfter(prefix: string, { from, to }: Range, descending: boolean): Range {
  const [low, high] = descending ? [reverseKey(to), reverseKey(from)] : [from, to];
  return { from: prefix + low, to: prefix + high + AFTER_ALL };
}

/**
 * Whether the index has the order of a sort, once its first fields are fixed: as it is, or read backward. A document with
 * several keys stands there once if the field that has them is fixed.
 */
function orderGiven(index: CollectionIndex, fixed: number, sort: Sort): IndexPlan['order'] {
  if ([...index.arrays].some((at) => at >= fixed)) return undefined;
  const fixedFields = index.fields.slice(0, fixed).filter((_, at) => !index.arrays.has(at));
  const known = new Set(fixedFields.map((field) => field.name));
  const wanted = sort.fields.filter((field) => !known.has(field.name));
  const given = index.fields.slice(fixed);
  if (!wanted.every((field, at) => field.name === given[at]?.name)) return undefined;
  const turned = wanted.map((field, at) => field.descending !== given[at]?.descending);
  if (turned.every((turn) => !turn)) return 'forward';
  return turned.every((turn) => turn) ? 'backward' : undefined;
}
