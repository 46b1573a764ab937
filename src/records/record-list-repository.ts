import type { Connection } from 'mongoose';
import { z } from 'zod';
import { recordModel } from './record-model.ts';
import { RESTRICTED } from './search/filing.ts';
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

/** Counts by an index alone, which a condition on readers would not allow; what is hidden is few and counted apart. */
const EVERYBODY: Reader = { all: true, ids: [] };

function hiddenQuery(filter: ListFilter): Record<string, unknown> {
  const query = toQuery({ ...filter, tags: [...filter.tags, [RESTRICTED]], reader: EVERYBODY });
  return { ...query, readerIds: { $nin: [...filter.reader.ids] } };
}

/** Lists over a connection. */
export function createRecordLists(connection: Connection): RecordLists {
  const model = recordModel(connection);
  return {
    async page(filter, skip, limit) {
      const query = toQuery(filter);
      const [found, whole, hidden] = await Promise.all([
        model.find(query, summaryFields).sort({ order: 1, number: 1 }).skip(skip).limit(limit).lean(),
        model.countDocuments(toQuery({ ...filter, reader: EVERYBODY })),
        filter.reader.all ? 0 : model.countDocuments(hiddenQuery(filter)),
      ]);
      return { records: z.array(summarySchema).parse(found), total: whole - hidden };
    },
    async numbered(numbers, reader) {
      const found = await model.find({ number: { $in: [...numbers] }, ...readableBy(reader) }, summaryFields).lean();
      return z.array(summarySchema).parse(found);
    },
  };
}
