import { setImmediate } from 'node:timers/promises';
import { deserialize } from 'bson';
import type { z } from 'zod';
import type { Wanted } from '../declaration/figures.ts';
import type { recordModel } from './record-model.ts';

/** Rows that are looked for: by an index, without history, effects and texts. */
export interface RowQuery {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly projection: Readonly<Record<string, 0 | 1>>;
  readonly sort?: Readonly<Record<string, 1>>;
}

/** Of a record's data what is wanted, as a projection names it. */
export const partsOf = ({ shape }: Wanted<unknown>): RowQuery['projection'] =>
  Object.fromEntries(Object.keys(shape).map((part) => [`data.${part}`, 1] as const));

type Records = Pick<ReturnType<typeof recordModel>, 'collection'>;

/** So many rows are read and parsed at a time, between which others have their turn: a few milliseconds' worth. */
const BATCH = 250;

/** All rows that a query finds, parsed. Ten thousand of them hold the event loop up no longer than a batch does. */
export async function readRows<Row>(model: Records, query: RowQuery, schema: z.ZodType<Row>): Promise<Row[]> {
  const found: Row[] = [];
  await visitDocuments(model, query, (document) => found.push(schema.parse(document)));
  return found;
}

/** Shows each document that a query finds to `visit`, which parses it and keeps what it needs: batch by batch, as `readRows` reads them. */
export async function visitDocuments(
  { collection }: Records,
  { filter, projection, sort = {} }: RowQuery,
  visit: (document: Readonly<Record<string, unknown>>) => void,
): Promise<void> {
  const cursor = collection.find<Uint8Array>(filter, { projection, sort, batchSize: BATCH, raw: true });
  try {
    for (let more = await cursor.hasNext(); more; ) {
      const batch = cursor.readBufferedDocuments();
      // The next batch is asked for before this one is decoded and parsed, so that the database works meanwhile.
      const next = cursor.hasNext();
      next.catch(() => undefined);
      await setImmediate();
      for (const bytes of batch) visit(deserialize(bytes));
      more = await next;
    }
  } finally {
    await cursor.close();
  }
}
