import { setImmediate } from 'node:timers/promises';
import { deserialize } from 'bson';
import type { z } from 'zod';
import type { Wanted } from '../declaration/figures.ts';
import type { recordModel } from './record-model.ts';

/** A query for rows: by an index, without history, effects and texts. */
export interface RowQuery {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly projection: Readonly<Record<string, 0 | 1>>;
  readonly sort?: Readonly<Record<string, 1>>;
}

/** The requested parts of a record's data, as a projection. */
export const partsOf = ({ shape }: Wanted<unknown>): RowQuery['projection'] =>
  Object.fromEntries(Object.keys(shape).map((part) => [`data.${part}`, 1] as const));

type Records = Pick<ReturnType<typeof recordModel>, 'collection'>;

/** Rows read and parsed per batch, a few milliseconds' worth, so that other work gets its turn in between. */
const BATCH = 250;

/** All rows of a query, parsed. Ten thousand of them block the event loop no longer than one batch does. */
export async function readRows<Row>(model: Records, query: RowQuery, schema: z.ZodType<Row>): Promise<Row[]> {
  const found: Row[] = [];
  await visitDocuments(model, query, (document) => found.push(schema.parse(document)));
  return found;
}

/** Passes each document of a query to `visit`, which parses it and keeps what it needs: batch by batch, like `readRows`. */
export async function visitDocuments(
  { collection }: Records,
  { filter, projection, sort = {} }: RowQuery,
  visit: (document: Readonly<Record<string, unknown>>) => void,
): Promise<void> {
  const cursor = collection.find<Uint8Array>(filter, { projection, sort, batchSize: BATCH, raw: true });
  try {
    for (let more = await cursor.hasNext(); more; ) {
      const batch = cursor.readBufferedDocuments();
      // The next batch is requested before this one is decoded and parsed, so that the database works in parallel.
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
