import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Wanted } from '../declaration/figures.ts';
import { tagOf } from '../search/filing.ts';
import { clockSchema } from '../shape/clocks.ts';
import { partsOf, readRows } from './read-rows.ts';
import { recordModel } from './record-model.ts';

const rowSchema = z.object({
  number: z.string(),
  state: z.string(),
  round: z.number(),
  dueAt: z.date().nullable(),
  departmentId: z.string().nullable(),
});

/** A record as a queue sees it: without history and effects, with the requested parts of its data. */
export interface WorkRow<Data> extends z.output<typeof rowSchema> {
  readonly data: Data;
}

const runningSchema = z.object({
  number: z.string(),
  title: z.string(),
  state: z.string(),
  ownerIds: z.array(z.string()),
  dueAt: z.date(),
  clocks: z.array(clockSchema).default([]),
});
/** An open record with a deadline, and the clocks that led to it. */
export type RunningRow = z.output<typeof runningSchema>;

/** Records that people work through one by one. */
export interface Work {
  /** All open records of a type with a deadline, most overdue first. */
  openOf<Data>(type: string, wanted: Wanted<Data>): Promise<readonly WorkRow<Data>[]>;
  /** The deadlines of all open records of a type. */
  running(type: string): Promise<readonly RunningRow[]>;
  /** The records of a type with all these facets, last closed first. */
  lastClosed<Data>(
    type: string,
    facets: Readonly<Record<string, string>>,
    wanted: Wanted<Data>,
    limit: number,
  ): Promise<readonly WorkRow<Data>[]>;
}

const shown = { _id: 0, number: 1, state: 1, round: 1, dueAt: 1, departmentId: 1 } as const;

/** Work over a connection: uses the indexes on open, type and deadline, and on type, tags and order. */
export function createWork(connection: Connection): Work {
  const model = recordModel(connection);
  return {
    openOf(type, wanted) {
      const query = {
        filter: { open: true, type, dueAt: { $ne: null } },
        projection: { ...shown, ...partsOf(wanted) },
        sort: { dueAt: 1 },
      } as const;
      return readRows(model, query, rowSchema.extend({ data: wanted }));
    },
    running(type) {
      const projection = { _id: 0, number: 1, title: 1, state: 1, ownerIds: 1, dueAt: 1, clocks: 1 } as const;
      const query = { filter: { open: true, type, dueAt: { $ne: null } }, projection, sort: { dueAt: 1 } } as const;
      return readRows(model, query, runningSchema);
    },
    async lastClosed(type, facets, wanted, limit) {
      const tags = Object.entries(facets).map(([facet, value]) => tagOf(facet, value));
      const found = await model
        .find({ type, tags: { $all: tags }, open: false }, { ...shown, ...partsOf(wanted) })
        .sort({ order: 1, number: 1 })
        .limit(limit)
        .lean();
      return z.array(rowSchema.extend({ data: wanted })).parse(found);
    },
  };
}
