import { z } from 'zod';

/** A plain value in a record's data. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** One leaf of the data that a move set or removed. `path` is dotted: keys and array indexes. */
export interface FieldChange {
  readonly path: string;
  /** The new value; absent if the leaf was removed. Empty objects and arrays are leaves. */
  readonly value?: Plain;
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

function leaves(value: unknown, path: string, into: Map<string, Plain>): Map<string, Plain> {
  if (isBranch(value)) {
    for (const [key, child] of Object.entries(value)) {
      if (child !== undefined) leaves(child, path === '' ? key : `${path}.${key}`, into);
    }
  } else if (value !== undefined) {
    into.set(path, plainLeaf.parse(value));
  }
  return into;
}

const plainLeaf = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.never()), z.object({}).strict()]);

const same = (left: Plain, right: Plain | undefined) => JSON.stringify(left) === JSON.stringify(right);

/** The leaves that differ between two states of a record's data, ordered by path. */
export function changesBetween(before: unknown, after: unknown): FieldChange[] {
  const old = leaves(before, '', new Map());
  const next = leaves(after, '', new Map());
  const set: FieldChange[] = [...next]
    .filter(([path, value]) => !same(value, old.get(path)))
    .map(([path, value]) => ({ path, value }));
  const gone: FieldChange[] = [...old.keys()].filter((path) => !next.has(path)).map((path) => ({ path }));
  return [...set, ...gone].sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** The leaves of some data, by dotted path. */
export function leavesOf(data: unknown): Map<string, Plain> {
  return leaves(data, '', new Map());
}

/** A value as it will be after being stored as JSON: undefined values are dropped. */
export function plainOf(value: unknown): Plain {
  const json: z.ZodType<Plain> = z.json();
  return json.parse(JSON.parse(JSON.stringify(value)));
}
