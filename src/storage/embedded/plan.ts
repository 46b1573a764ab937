import { BSONRegExp } from 'bson';
import type { CollectionIndex } from './collection-index.ts';
import { AFTER_ALL, encodeKey, equalValues, reverseKey } from './key-encoding.ts';
import { type Condition, compileQuery, conditionsOf, isOperators } from './query.ts';
import type { Sort } from './sort.ts';
import type { Doc } from './values.ts';

/** A stretch of an index: all entries with `from <= key < to`. */
interface Range {
  from: string;
  to: string;
}

/** How documents are found: every one is looked at, or those in some stretches of an index. */
export type Plan =
  | { stage: 'COLLSCAN' }
  | { stage: 'IXSCAN'; index: CollectionIndex; ranges: Range[]; sorted: boolean; backward: boolean };

export type IndexPlan = Extract<Plan, { stage: 'IXSCAN' }>;

/** The values of an `$in` multiply with those of the next field: beyond this many stretches the rest is tested. */
const MAX_RANGES = 1000;

/** Chooses the index that leaves the fewest documents to look at; one that gives the order asked for counts half. */
export function choosePlan(filter: Doc, indexes: readonly CollectionIndex[], sort: Sort | undefined): Plan {
  const conditions = conditionsOf(filter);
  let best: IndexPlan | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const index of indexes) {
    const plan = planOn(index, conditions, sort);
    if (plan === undefined) continue;
    const cost = countOf(plan) * (plan.sorted ? 0.5 : 1);
    if (cost >= bestCost) continue;
    best = plan;
    bestCost = cost;
  }
  return best ?? { stage: 'COLLSCAN' };
}

/** The ids of the documents that a plan looks at, each once; in the order of the sort if the plan is sorted. */
export function candidatesOf(plan: IndexPlan): number[] {
  const found = plan.ranges.flatMap(({ from, to }) => plan.index.keys.ids(from, to));
  const once = plan.index.multikey ? [...new Set(found)] : found;
  if (!plan.sorted) return once.toSorted((a, b) => a - b);
  return plan.backward ? once.toReversed() : once;
}

function countOf(plan: IndexPlan): number {
  return plan.ranges.reduce((sum, { from, to }) => sum + plan.index.keys.count(from, to), 0);
}

function planOn(
  index: CollectionIndex,
  conditions: readonly Condition[],
  sort: Sort | undefined,
): IndexPlan | undefined {
  if (!coversAll(index, conditions)) return undefined;
  let prefixes = [''];
  let fixed = 0;
  let ranges: Range[] | undefined;
  for (const { name, descending } of index.fields) {
    const own = conditions.filter(({ path }) => path === name).map(({ value }) => value);
    const keys = equalKeys(own, index)?.map((key) => (descending ? reverseKey(key) : key));
    if (keys !== undefined && prefixes.length * keys.length <= MAX_RANGES) {
      prefixes = prefixes.flatMap((prefix) => keys.map((key) => prefix + key));
      fixed += 1;
      continue;
    }
    const bounds = boundsOf(own, index.multikey);
    if (bounds) ranges = prefixes.map((prefix) => rangeAfter(prefix, bounds, descending));
    break;
  }
  const order = sort === undefined || prefixes.length > 1 ? undefined : orderGiven(index, fixed, sort);
  if (fixed === 0 && ranges === undefined && (order === undefined || index.spec.sparse)) return undefined;
  return {
    stage: 'IXSCAN',
    index,
    ranges: ranges ?? prefixes.map((prefix) => ({ from: prefix, to: prefix + AFTER_ALL })),
    sorted: order !== undefined,
    backward: order === 'backward',
  };
}

/** A partial index serves a query only if the query itself demands what the index does. */
function coversAll(index: CollectionIndex, conditions: readonly Condition[]): boolean {
  return Object.entries(index.spec.partialFilterExpression ?? {}).every(([path, demanded]) =>
    conditions.some((condition) => condition.path === path && demands(condition.value, path, demanded)),
  );
}

function demands(asked: unknown, path: string, demanded: unknown): boolean {
  if (equalValues(asked, demanded)) return true;
  const value = isOperators(asked) && Object.hasOwn(asked, '$eq') ? asked.$eq : asked;
  if (isOperators(value) || value instanceof BSONRegExp || path.includes('.')) return false;
  return compileQuery({ [path]: demanded }).test({ [path]: value });
}

/** The keys that a field must have, if the conditions fix it: by equality or `$in` with plain values. */
function equalKeys(conditions: readonly unknown[], index: CollectionIndex): string[] | undefined {
  for (const condition of conditions) {
    const values = equalTo(condition);
    if (values === undefined || values.some((value) => Array.isArray(value) || value instanceof BSONRegExp)) continue;
    if (index.spec.sparse && values.some((value) => value === null || value === undefined)) continue;
    return [...new Set(values.map(encodeKey))].toSorted();
  }
  return undefined;
}

function equalTo(condition: unknown): unknown[] | undefined {
  if (!isOperators(condition)) return [condition];
  if (Object.hasOwn(condition, '$eq')) return [condition.$eq];
  const list = Object.hasOwn(condition, '$in') ? condition.$in : undefined;
  return Array.isArray(list) ? list : undefined;
}

interface Bounds {
  low: string;
  high: string;
}

/** The stretch of keys within `$gt`, `$gte`, `$lt` and `$lte`; of a multikey index one bound alone may be used. */
function boundsOf(conditions: readonly unknown[], multikey: boolean): Bounds | undefined {
  let low: string | undefined;
  let high: string | undefined;
  for (const [operator, value] of conditions.filter(isOperators).flatMap((condition) => Object.entries(condition))) {
    if (value === null || value === undefined || Array.isArray(value)) continue;
    if (multikey && (low ?? high) !== undefined) break;
    const key = encodeKey(value);
    if (operator === '$gt' || operator === '$gte') low = low === undefined || key > low ? key : low;
    if (operator === '$lt' || operator === '$lte') high = high === undefined || key < high ? key : high;
  }
  if (low === undefined && high === undefined) return undefined;
  return { low: low ?? bracketOf(high), high: high ?? bracketOf(low) };
}

/** What all keys of one type begin with: a comparison never crosses types. */
function bracketOf(key: string | undefined): string {
  return key?.slice(0, 1) ?? '';
}

function rangeAfter(prefix: string, { low, high }: Bounds, descending: boolean): Range {
  const from = descending ? reverseKey(high) : low;
  const to = descending ? reverseKey(low) : high;
  return { from: prefix + from, to: prefix + to + AFTER_ALL };
}

/** Whether the index has the order of a sort, once its first fields are fixed: as it is, or read backward. */
function orderGiven(index: CollectionIndex, fixed: number, sort: Sort): 'forward' | 'backward' | undefined {
  if (index.multikey) return undefined;
  const known = new Set(index.fields.slice(0, fixed).map((field) => field.name));
  const wanted = sort.fields.filter((field) => !known.has(field.name));
  const given = index.fields.slice(fixed);
  if (wanted.length > given.length) return undefined;
  if (!wanted.every((field, at) => field.name === given[at]?.name)) return undefined;
  const turned = wanted.map((field, at) => field.descending !== given[at]?.descending);
  if (turned.every((turn) => !turn)) return 'forward';
  return turned.every((turn) => turn) ? 'backward' : undefined;
}
