import { Fields } from './bson-bytes.ts';
import { candidatesOf, idsOnAll } from './candidates.ts';
import type { CollectionIndex } from './collection-index.ts';
import { type Condition, conditionsOf } from './conditions.ts';
import { compareKeys } from './key-encoding.ts';
import { choosePlan, coverOf, type IndexPlan, plansFor } from './plan.ts';
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
  /** Another number after each change. */
  readonly version: number;
  has(id: number): boolean;
  read(id: number): Buffer;
  /** All ids of this moment, in order, however late they are walked. */
  ids(): Iterable<number>;
}

/** What is asked for; a `limit` of 0 is none. */
export interface SearchRequest {
  filter: Doc;
  sort?: Doc;
  skip?: number;
  limit?: number;
}

/** So many documents are read in vain before other indexes are asked, and one more for so many of their ids. */
const PATIENCE = 20;
const IDS_FOR_A_READ = 200;

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
  /** What the plan leaves to be tested of a document that has not changed since. */
  readonly #rest: Query;
  readonly #ids: Iterable<number>;
  readonly #skip: number;
  readonly #limit: number;
  /** Other indexes may tell what meets the conditions that the plan does not. They are asked when that is cheaper than reading on. */
  readonly #others: readonly IndexPlan[];
  readonly #patience: number;
  readonly #version: number;
  #sieve: ReadonlySet<number> | undefined;
  #rejected = 0;

  constructor(documents: Documents, { filter, sort: spec = {}, skip = 0, limit = 0 }: SearchRequest) {
    this.#documents = documents;
    this.#query = compileQuery(filter);
    this.#skip = skip;
    this.#limit = limit || Number.POSITIVE_INFINITY;
    const sort = Object.keys(spec).length > 0 ? compileSort(spec) : undefined;
    const demands = Object.entries(filter).map((entry) => ({
      entry,
      conditions: conditionsOf(Object.fromEntries([entry])),
    }));
    const conditions = demands.flatMap((demand) => demand.conditions);
    const plans = plansFor(documents.usable, { conditions, sort });
    const plan = choosePlan(plans, sort !== undefined, skip + this.#limit);
    this.plan = plan;
    const isLeft = (condition: Condition) => !plan?.met.has(condition);
    const left = demands.filter((demand) => demand.conditions.some(isLeft)).map(({ entry }) => entry);
    this.#rest = compileQuery(Object.fromEntries(left));
    this.#others = coverOf(conditions.filter(isLeft), plans);
    this.#patience = PATIENCE + this.#others.reduce((sum, { entries }) => sum + entries, 0) / IDS_FOR_A_READ;
    this.#version = documents.version;
    this.sorts = sort !== undefined && this.plan?.order === undefined;
    const ids = plan ? candidatesOf(plan) : documents.ids();
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
    if (this.#sieve?.has(id) === false || !this.#documents.has(id)) return undefined;
    this.examined += 1;
    const bytes = this.#documents.read(id);
    // An index tells how documents were when it was asked; after a change the whole filter is tested.
    const query = this.#documents.version === this.#version ? this.#rest : this.#query;
    if (query.test(bytes)) return bytes;
    this.#rejected += 1;
    if (this.#rejected > this.#patience) this.#takeSieve();
    return undefined;
  }

  /** Not after a change: what meets the filter when its turn comes might not do so now. */
  #takeSieve(): void {
    const useful = this.#sieve === undefined && this.#others.length > 0 && this.#documents.version === this.#version;
    if (useful) this.#sieve = idsOnAll(this.#others);
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
  const conditions = conditionsOf(filter);
  const plans = plansFor(documents.usable, { conditions, sort: undefined });
  const alone = plans.find(({ exact, repeats }) => exact && !repeats);
  const cover = coverOf(conditions, plans);
  const most = limit || Number.POSITIVE_INFINITY;
  if (conditions.length === 0) return Math.min(documents.size, most);
  if (alone) return Math.min(alone.entries, most);
  const covered = new Set(cover.flatMap(({ met }) => [...met]));
  if (covered.size === conditions.length) return Math.min(idsOnAll(cover).size, most);
  let count = 0;
  for (const _ of new Search(documents, { filter, limit })) count += 1;
  return count;
}
