import type { Connection } from 'mongoose';
import { z } from 'zod';
import { clockSchema } from '../shape/clocks.ts';
import { recordModel } from '../store/record-model.ts';
import { type ListFilter, toQuery } from './list-filter.ts';
import { summaryFields, summarySchema } from './record-summary.ts';

const rowSchema = summarySchema.extend({
  facets: z.record(z.string(), z.string()),
  createdAt: z.date(),
  createdBy: z.string().nullable(),
  clocks: z.array(clockSchema).default([]),
  data: z.unknown(),
});
/** A record as an export needs it: without history and effects. */
export type ExportRow = z.infer<typeof rowSchema>;

const shown = { ...summaryFields, facets: 1, createdAt: 1, createdBy: 1, clocks: 1, data: 1 } as const;
/** Rows fetched at once: few enough that reading them holds nobody up. */
const BATCH = 50;

/** Reads many records, a few at a time. */
export interface RecordExport {
  /** What a filter leaves, in the order of lists, `most` at most. */
  rows(filter: ListFilter, most: number): AsyncIterable<ExportRow>;
  /** The records of these numbers, in that order. */
  numbered(numbers: readonly string[], filter: ListFilter): AsyncIterable<ExportRow>;
}

/** Exports over a connection. */
export function createRecordExport(connection: Connection): RecordExport {
  const model = recordModel(connection);
  return {
    async *rows(filter, most) {
      const found = model.find(toQuery(filter), shown).sort({ order: 1, number: 1 }).limit(most).lean();
      for await (const row of found.cursor({ batchSize: BATCH })) yield rowSchema.parse(row);
    },
    async *numbered(numbers, filter) {
      for (let from = 0; from < numbers.length; from += BATCH) {
        const wanted = numbers.slice(from, from + BATCH);
        const found = await model.find({ ...toQuery(filter), number: { $in: wanted } }, shown).lean();
        const rows = new Map(
          z
            .array(rowSchema)
            .parse(found)
            .map((row) => [row.number, row]),
        );
        for (const number of wanted) {
          const row = rows.get(number);
          if (row) yield row;
        }
      }
    },
  };
}
