import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type { recordModel } from './record-model.ts';

/** A query for rows: by an index, without history, effects and texts. */
export interface RowQuery {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly projection: Readonly<Record<string, 0 | 1>>;
  readonly sort?: Readonly<Record<string, 1>>;
}

type Records = Pick<ReturnType<typeof recordModel>, 'collection'>;

/** Rows read and parsed per batch, a few milliseconds' worth, so that other work gets its turn in between. */
const BATCH = 250;

/** All rows of a query, parsed. Ten thousand of them block the event loop no longer than one batch does. */
export async function readRows<Row>(model: Records, query: RowQuery, schema: z.ZodType<Row>): Promise<Row[]> {
  const found: Row[] = [];
  await visitRows(model, query, schema, (row) => found.push(row));
  return found;
}

/** Passes each row of a query to `visit`, which keeps what it needs: batch by batch, like `readRows`. */
export async function visitRows<Row>(
  { collection }: Records,
  { filter, projection, sort = {} }: RowQuery,
  schema: z.ZodType<Row>,
  visit: (row: Row) => void,
): Promise<void> {
  const cursor = collection.find(filter, { projection, sort, batchSize: BATCH });
  try {
    for (let more = await cursor.hasNext(); more; ) {
      const documents = cursor.readBufferedDocuments();
      // The next batch is requested before this one is parsed, so that the database works in parallel.
      const next = cursor.hasNext();
      next.catch(() => undefined);
      await setImmediate();
      for (const document of documents) visit(schema.parse(document));
      more = await next;
    }
  } finally {
    await cursor.close();
  }
}
