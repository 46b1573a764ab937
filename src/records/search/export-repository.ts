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
/** A record as needed by exports: without history and effects. */
export type ExportRow = z.infer<typeof rowSchema>;

const shown = { ...summaryFields, facets: 1, createdAt: 1, createdBy: 1, clocks: 1, data: 1 } as const;
/** Rows per batch: few enough not to block other work. */
const BATCH = 50;

/** Reads many records in batches. */
export interface RecordExport {
  /** The records that match a filter, in list order, at most `most`. */
  rows(filter: ListFilter, most: number): AsyncIterable<ExportRow>;
  /** The records with these numbers, in that order. */
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
