import type { Connection } from 'mongoose';
import { z } from 'zod';
import { recordModel } from '../store/record-model.ts';
import { type ListFilter, toQuery } from './list-filter.ts';
import { rankOf } from './rank.ts';
import { type ListPage, summaryFields, summarySchema } from './record-summary.ts';
import { soughtIn } from './terms.ts';

/** Full-text search for records. */
export interface RecordSearch {
  /** The records in a filter that contain all the words, best match first; ties in list order. */
  search(filter: ListFilter, words: string, skip: number, limit: number): Promise<ListPage>;
}

/** The most candidate records ranked: the first ones in list order. */
const MOST_RANKED = 1000;
const BATCH = 100;

const rowSchema = summarySchema.extend({ terms: z.array(z.string()) });

/** Search over a connection: uses the index on terms, then checks the words against each record found. */
export function createRecordSearch(connection: Connection): RecordSearch {
  const model = recordModel(connection);
  return {
    async search(filter, words, skip, limit) {
      const query = searchQuery(filter, words);
      if (!query) return { records: [], total: 0 };
      const found = model.find(query, { ...summaryFields, terms: 1 }).sort({ order: 1, number: 1 });
      const ranked: { row: z.infer<typeof rowSchema>; rank: number }[] = [];
      let looked = 0;
      // In batches, so that other work gets its turn.
      for await (const document of found.limit(MOST_RANKED).lean().cursor({ batchSize: BATCH })) {
        const row = rowSchema.parse(document);
        const rank = rankOf(words, row);
        if (rank > 0) ranked.push({ row, rank });
        looked += 1;
      }
      ranked.sort((one, other) => other.rank - one.rank);
      const records = ranked.slice(skip, skip + limit).map(({ row: { terms: _found, ...record } }) => record);
      return { records, total: ranked.length, ...(looked === MOST_RANKED && { cut: true }) };
    },
  };
}

/** The query for possible matches; null if there is nothing to search for. */
export function searchQuery(filter: ListFilter, words: string): Record<string, unknown> | null {
  const sought = soughtIn(words);
  if (sought.length === 0) return null;
  const terms = sought.flatMap((one) => one.terms);
  // A single character of an unspaced script is not in the index: the titles of the filter's records are scanned.
  return { ...toQuery(filter), ...(terms.length > 0 && { terms: { $all: terms } }) };
}
