import type { Connection } from 'mongoose';
import { z } from 'zod';
import { recordModel } from './record-model.ts';
import { type ListFilter, toQuery } from './search/list-filter.ts';
import { type Reader, readableBy } from './search/reader.ts';
import { type ListPage, type RecordSummary, summaryFields, summarySchema } from './search/record-summary.ts';

/** Lists of records without history and effects, in the order of `orderOf`: the most late first. */
export interface RecordLists {
  /** What a filter leaves of a type's records. */
  page(filter: ListFilter, skip: number, limit: number): Promise<ListPage>;
  /** Those of these numbers that there are. */
  numbered(numbers: readonly string[], reader: Reader): Promise<readonly RecordSummary[]>;
}

/** Lists over a connection. */
export function createRecordLists(connection: Connection): RecordLists {
  const model = recordModel(connection);
  return {
    async page(filter, skip, limit) {
      const query = toQuery(filter);
      const [found, total] = await Promise.all([
        model.find(query, summaryFields).sort({ order: 1, number: 1 }).skip(skip).limit(limit).lean(),
        model.countDocuments(query),
      ]);
      return { records: z.array(summarySchema).parse(found), total };
    },
    async numbered(numbers, reader) {
      const found = await model.find({ number: { $in: [...numbers] }, ...readableBy(reader) }, summaryFields).lean();
      return z.array(summarySchema).parse(found);
    },
  };
}
