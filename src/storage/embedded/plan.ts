import type { CollectionIndex } from './collection-index.ts';
import { type Condition, commonSpans, reverseSpans } from './conditions.ts';
import { AFTER_ALL } from './key-encoding.ts';
import type { Sort } from './sort.ts';

/** A stretch of an index: all entries with `from <= key < to`; the first `skip` characters of their keys are the same. */
export interface Range {
  from: string;
  to: string;
  skip: number;
}

/** The stretches of an index to look at; `order` tells how they give the order of the sort, if they do. */
export interface IndexPlan {
  index: CollectionIndex;
  ranges: readonly Range[];
  order: 'forward' | 'backward' | undefined;
  /** How many entries they have. */
  entries: number;
  /** Whether a document may stand there more than once. */
  repeats: boolean;
  /** The conditions that every entry meets. */
  met: ReadonlySet<Condition>;
  /** Every entry meets the whole filter: nothing is left to be tested. */
  exact: boolean;
}

/** What a plan is wanted for. */
export interface Purpose {
  conditions: readonly Condition[];
  sort: Sort | undefined;
}

/** The values of an `$in` multiply with those of the next field: beyond this many stretches the rest is tested. */
const MAX_RANGES = 1000;

/** What is wanted may stand further back in an index than if it were spread evenly. */
const UNLUCKY = 3;

/**
 * Chooses the index, and of several conditions on an array the one, that leave the fewest documents to be read. Where an
 * index gives the order of the sort, only as many are read as it takes to find those wanted, which are the rarer there the
 * fewer another index finds. Undefined if every document must be looked at.
 */
export function choosePlan(plans: readonly IndexPlan[], sorted: boolean, wanted: number): IndexPlan | undefined {
  const fewest = Math.max(1, Math.min(...plans.map(({ entries }) => entries)));
  const cost = ({ entries, order, exact }: IndexPlan) => {
    if (!sorted) return entries;
    if (order === undefined) return 2 * entries;
    return exact ? Math.min(entries, wanted) : entries * Math.min(1, (UNLUCKY * wanted) / fewest);
  };
  let best: IndexPlan | undefined;
  for (const plan of plans) {
    const gain = best ? cost(best) - cost(plan) : 1;
    if (gain > 0 || (gain === 0 && plan.exact && !best?.exact)) best = plan;
  }
  return best;
}

/** Every way in which an index may serve; none for an index that would give neither fewer documents nor their order. */
export function plansFor(indexes: readonly CollectionIndex[], { conditions, sort }: Purpose): IndexPlan[] {
  return indexes.flatMap((index) => {
    const start = { ranges: [{ from: '', to: AFTER_ALL, skip: 0 }], fixed: 0, several: new Set<number>(), met: [] };
    return waysOn(index, conditions, start).flatMap((way): IndexPlan[] => {
      const order = sort && orderGiven(index, way, sort);
      if (way.met.length === 0 && order === undefined) return [];
      const entries = way.ranges.reduce((sum, { from, to }) => sum + index.keys.count(from, to), 0);
      const met = new Set(way.met.filter(({ exact }) => exact));
      const repeats = [...index.arrays].some((at) => at >= way.fixed || way.several.has(at));
      return [{ index, ranges: way.ranges, order, entries, repeats, met, exact: met.size === conditions.length }];
    });
  });
}

/** Plans that meet as many of these conditions as can be met, the one of the fewest entries first. */
export function coverOf(conditions: Iterable<Condition>, plans: readonly IndexPlan[]): IndexPlan[] {
  const open = new Set(conditions);
  const inOrder = plans.toSorted((a, b) => a.entries - b.entries);
  return inOrder.filter(({ met }) => [...met].filter((condition) => open.delete(condition)).length > 0);
}

/** How far the fields of an index were used: the first `fixed` of them have single values, `several` of these more than one. */
interface Way {
  ranges: readonly Range[];
  fixed: number;
  several: ReadonlySet<number>;
  met: readonly Condition[];
}

function waysOn(index: CollectionIndex, conditions: readonly Condition[], way: Way): Way[] {
  const at = way.fixed;
  const field = index.fields[at];
  const usable = conditions.filter(({ name, spans }) => name === field?.name && spans !== undefined);
  // Different elements of an array may meet two conditions, so that one alone leads to the document.
  const single = index.arrays.has(at) ? usable.filter(({ ofAll }) => !ofAll).map((one) => [one]) : [usable];
  const ways = single
    .filter(({ length }) => length > 0)
    .flatMap((used): Way[] => {
      const common = commonSpans(used.map(({ spans = [] }) => spans));
      const spans = field?.descending ? reverseSpans(common) : common;
      if (way.ranges.length * spans.length > MAX_RANGES) return [];
      const points = used.some((one) => one.points);
      const ranges = way.ranges.flatMap(({ from }) => spans.map((span) => rangeAfter(from, span, points)));
      const met = [...way.met, ...used];
      if (!points) return [{ ...way, ranges, met }];
      const several = spans.length > 1 ? new Set([...way.several, at]) : way.several;
      return waysOn(index, conditions, { ranges, fixed: at + 1, several, met });
    });
  return ways.length > 0 ? ways : [way];
}

/** Behind single values the next field begins where their keys end. */
function rangeAfter(prefix: string, { from, to }: { from: string; to: string }, point: boolean): Range {
  return { from: prefix + from, to: prefix + to, skip: prefix.length + (point ? from.length : 0) };
}

/**
 * Whether the index has the order of a sort, once its first fields are fixed: as it is, or read backward. A document with
 * several keys stands there once if the field that has them is fixed.
 */
function orderGiven(index: CollectionIndex, { fixed, several }: Way, sort: Sort): IndexPlan['order'] {
  if ([...index.arrays].some((at) => at >= fixed)) return undefined;
  const constant = index.fields.filter((_, at) => at < fixed && !index.arrays.has(at) && !several.has(at));
  const known = new Set(constant.map((field) => field.name));
  const wanted = sort.fields.filter((field) => !known.has(field.name));
  const given = index.fields.slice(fixed);
  if (!wanted.every((field, at) => field.name === given[at]?.name)) return undefined;
  const turned = wanted.map((field, at) => field.descending !== given[at]?.descending);
  if (turned.every((turn) => !turn)) return 'forward';
  return turned.every((turn) => turn) ? 'backward' : undefined;
}
