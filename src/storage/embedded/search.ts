import { Fields } from './bson-bytes.ts';
import { candidatesOf, entriesOn } from './candidates.ts';
import type { CollectionIndex } from './collection-index.ts';
import { type Condition, conditionsOf } from './conditions.ts';
import { compareKeys } from './key-encoding.ts';
import { choosePlan, type IndexPlan, plansFor } from './plan.ts';
import { compileQuery, type Query } from './query.ts';
import { compileSort, type Sort } from './sort.ts';
import type { Doc } from './values.ts';

/** A stored document: its place in the collection, and its bytes. */
export interface Found {
  id: number;
  bytes: Buffer;
}

/** What is looked through: documents by their ids, which grow, and the indexes that may be used. */
export interface Documents {
  readonly size: number;
  readonly usable: readonly CollectionIndex[];
  has(id: number): boolean;
  read(id: number): Buffer;
  /** All ids of this moment, in order, however late they are walked. */
  ids(): Iterable<number>;
}

/** What is asked for; a `limit` of 0 is none. */
export interface Request {
  filter: Doc;
  sort?: Doc;
  skip?: number;
  limit?: number;
}

/**
 * The documents that a filter finds. They are looked for when this is made, and read one by one: what is removed or changed
 * meanwhile is left out, what comes meanwhile is not found, and none is met twice wherever it moves.
 */
export class Search implements Iterable<Found> {
  readonly plan: IndexPlan | undefined;
  /** Whether the documents had to be sorted. */
  readonly sorts: boolean;
  /** How many documents have been read. */
  examined = 0;
  readonly #documents: Documents;
  readonly #query: Query;
  readonly #ids: Iterable<number>;
  readonly #skip: number;
  readonly #limit: number;

  constructor(documents: Documents, { filter, sort: spec = {}, skip = 0, limit = 0 }: Request) {
    this.#documents = documents;
    this.#query = compileQuery(filter);
    this.#skip = skip;
    this.#limit = limit || Number.POSITIVE_INFINITY;
    const sort = Object.keys(spec).length > 0 ? compileSort(spec) : undefined;
    const plans = plansFor(documents.usable, { conditions: conditionsOf(filter), sort });
    this.plan = choosePlan(plans, sort !== undefined, skip + this.#limit);
    this.sorts = sort !== undefined && this.plan?.order === undefined;
    const ids = this.plan ? candidatesOf(this.plan) : documents.ids();
    this.#ids = sort && this.sorts ? this.#sorted(ids, sort) : ids;
  }

  *[Symbol.iterator](): Generator<Found> {
    // What is known to meet the filter need not be read to be passed over.
    const known = this.sorts || this.plan?.exact === true;
    let left = this.#skip;
    let passed = 0;
    for (const id of this.#ids) {
      if (known && left > 0) {
        left -= 1;
        continue;
      }
      const bytes = this.#read(id);
      if (bytes === undefined) continue;
      if (left > 0) {
        left -= 1;
        continue;
      }
      yield { id, bytes };
      passed += 1;
      if (passed === this.#limit) return;
    }
  }

  /** The document, if it is there and meets the filter. */
  #read(id: number): Buffer | undefined {
    if (!this.#documents.has(id)) return undefined;
    this.examined += 1;
    const bytes = this.#documents.read(id);
    return this.#query.test(bytes) ? bytes : undefined;
  }

  #sorted(ids: Iterable<number>, sort: Sort): number[] {
    const rows: { id: number; key: string }[] = [];
    for (const id of ids) {
      const bytes = this.#read(id);
      if (bytes) rows.push({ id, key: sort.key(new Fields(bytes)) });
    }
    return rows.sort((a, b) => compareKeys(a.key, b.key)).map((row) => row.id);
  }
}

/** How many documents a filter finds, but no more than `limit`: from indexes alone, where they answer it. */
export function countDocuments(documents: Documents, filter: Doc, limit: number): number {
  compileQuery(filter);
  const purpose = { conditions: conditionsOf(filter), sort: undefined };
  const cover = coverOf(purpose.conditions, plansFor(documents.usable, purpose));
  if (cover === undefined) return lengthOf(new Search(documents, { filter, limit }));
  const [first, ...others] = cover;
  const most = limit || Number.POSITIVE_INFINITY;
  if (first === undefined) return Math.min(documents.size, most);
  if (others.length === 0 && !first.repeats) return Math.min(first.entries, most);
  let ids = new Set(entriesOn(first));
  for (const plan of others) ids = new Set(entriesOn(plan).filter((id) => ids.has(id)));
  return Math.min(ids.size, most);
}

function lengthOf(found: Iterable<Found>): number {
  let length = 0;
  for (const _ of found) length += 1;
  return length;
}

/** Plans whose entries, where all of them have a document, meet a filter to the letter; the one of the fewest first. */
function coverOf(conditions: readonly Condition[], plans: readonly IndexPlan[]): IndexPlan[] | undefined {
  const inOrder = plans.toSorted((a, b) => a.entries - b.entries);
  const alone = inOrder.find(({ exact }) => exact);
  if (alone) return [alone];
  const open = new Set(conditions);
  const cover = inOrder.filter(({ met }) => [...met].filter((condition) => open.delete(condition)).length > 0);
  return open.size === 0 ? cover : undefined;
}
