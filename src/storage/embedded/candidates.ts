import { compareKeys } from './key-encoding.ts';
import { entriesOf, idsOf, type KeyEntry } from './ordered-keys.ts';
import type { IndexPlan } from './plan.ts';

/**
 * The ids of the documents that a plan looks at, each once: in the order of the sort if the plan gives it, else in that of
 * insertion. They are those of the moment when this is called, however late they are walked.
 */
export function candidatesOf(plan: IndexPlan): Iterable<number> {
  const {
    index: { keys },
    ranges,
    order,
    repeats,
  } = plan;
  if (order === undefined) {
    const ids = Uint32Array.from(entriesOn(plan)).sort();
    return repeats ? ids.filter((id, at) => id !== ids[at - 1]) : ids;
  }
  const stretches = ranges.map(({ from, to, skip }) => ({ stretch: keys.stretch(from, to), skip }));
  const backward = order === 'backward';
  const [only, ...others] = stretches;
  if (only && others.length === 0) return idsOf(only.stretch, backward);
  const merged = merge(
    stretches.map(({ stretch, skip }) => entriesOf(stretch, skip, backward)),
    backward,
  );
  return repeats ? once(merged) : merged;
}

/** The id under each entry of a plan, in no order; of a plan that repeats some more than once. */
function entriesOn({ index, ranges }: IndexPlan): number[] {
  return ranges.flatMap(({ from, to }) => index.keys.ids(from, to));
}

/** The ids that stand in each of some plans, of which there is one at least. */
export function idsOnAll([first, ...others]: readonly IndexPlan[]): ReadonlySet<number> {
  let ids = new Set(first && entriesOn(first));
  for (const plan of others) ids = new Set(entriesOn(plan).filter((id) => ids.has(id)));
  return ids;
}

/** A stretch that is walked, at its next entry. */
interface Head {
  entry: KeyEntry;
  rest: Iterator<KeyEntry>;
}

/** The ids of several stretches, each in order, in the order of all. */
function* merge(walks: readonly Iterator<KeyEntry>[], backward: boolean): Generator<number> {
  const order = ({ entry: one }: Head, { entry: other }: Head) => compareKeys(one.key, other.key) || one.id - other.id;
  const isBefore = (one: Head, other: Head) => (backward ? order(one, other) > 0 : order(one, other) < 0);
  const heads: Head[] = [];
  const place = (rest: Iterator<KeyEntry>) => {
    const next = rest.next();
    if (next.done) return;
    const head = { entry: next.value, rest };
    let low = 0;
    let high = heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = heads[middle];
      if (other && isBefore(other, head)) low = middle + 1;
      else high = middle;
    }
    heads.splice(low, 0, head);
  };
  walks.forEach(place);
  for (let first = heads.shift(); first; first = heads.shift()) {
    yield first.entry.id;
    place(first.rest);
  }
}

function* once(ids: Iterable<number>): Generator<number> {
  const seen = new Set<number>();
  for (const id of ids) {
    if (seen.has(id)) continue;
    seen.add(id);
    yield id;
  }
}
