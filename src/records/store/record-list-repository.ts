import type { Connection } from 'mongoose';
import { z } from 'zod';
import { RESTRICTED } from '../search/filing.ts';
import { type ListFilter, toQuery } from '../search/list-filter.ts';
import { type Reader, readableBy } from '../search/reader.ts';
import { type ListPage, type RecordSummary, summaryFields, summarySchema } from '../search/record-summary.ts';
import { countLimit } from '../shape/totals.ts';
import { recordModel } from './record-model.ts';

/** Lists of records without history and effects, in the order of `orderOf`: most overdue first. */
export interface RecordLists {
  /** The records of a type that match a filter, counted no further than `countLimit`, or `countTo` if given. */
  page(filter: ListFilter, skip: number, limit: number, countTo?: number): Promise<ListPage>;
  /** The existing records among these numbers. */
  numbered(numbers: readonly string[], reader: Reader): Promise<readonly RecordSummary[]>;
}

/** Counts by an index only, which a condition on readers would prevent; hidden records are few and counted separately. */
const EVERYBODY: Reader = { all: true, ids: [] };
/** If more is hidden from a reader, the visible records are counted by reading them. */
const MOST_HIDDEN = 1_000;

function hiddenQuery(filter: ListFilter): Record<string, unknown> {
  const query = toQuery({ ...filter, tags: [...filter.tags, [RESTRICTED]], reader: EVERYBODY });
  return { ...query, readerIds: { $nin: [...filter.reader.ids] } };
}

/** Lists over a connection. */
export function createRecordLists(connection: Connection): RecordLists {
  const model = recordModel(connection);
  const count = (query: Record<string, unknown>, limit: number) => model.countDocuments(query, { limit });

  /** The number of records in a filter visible to its reader, counted up to `most`. */
  async function countVisible(filter: ListFilter, most: number): Promise<number> {
    const { reader } = filter;
    if (reader.all) return count(toQuery(filter), most);
    const [whole, hidden] = await Promise.all([
      count(toQuery({ ...filter, reader: EVERYBODY }), most + MOST_HIDDEN),
      count(hiddenQuery(filter), MOST_HIDDEN + 1),
    ]);
    return hidden > MOST_HIDDEN ? count(toQuery(filter), most) : Math.min(whole - hidden, most);
  }

  return {
    async page(filter, skip, limit, countTo = 0) {
      const most = Math.max(countLimit({ skip, limit }), countTo + 1);
      const [found, total] = await Promise.all([
        model.find(toQuery(filter), summaryFields).sort({ order: 1, number: 1 }).skip(skip).limit(limit).lean(),
        countVisible(filter, most),
      ]);
      return { records: z.array(summarySchema).parse(found), total };
    },
    async numbered(numbers, reader) {
      const found = await model.find({ number: { $in: [...numbers] }, ...readableBy(reader) }, summaryFields).lean();
      return z.array(summarySchema).parse(found);
    },
  };
}
