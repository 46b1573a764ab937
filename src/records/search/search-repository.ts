import type { Connection } from 'mongoose';
import { z } from 'zod';
import { recordModel } from '../store/record-model.ts';
import { type ListFilter, toQuery } from './list-filter.ts';
import { rankOf } from './rank.ts';
import { type ListPage, summaryFields, summarySchema } from './record-summary.ts';
import { soughtIn } from './terms.ts';

/** Looks for records by what they say. */
export interface RecordSearch {
  /** The records of a filter that hold all of the words, the best first, equally good ones in the order of lists. */
  search(filter: ListFilter, words: string, skip: number, limit: number): Promise<ListPage>;
}

/** How many records that may hold the words are looked at: the first in the order of lists. */
const MOST_RANKED = 1000;
const BATCH = 100;

const rowSchema = summarySchema.extend({ terms: z.array(z.string()) });

/** Search over a connection: by the index on terms; the words themselves are held against each record found. */
export function createRecordSearch(connection: Connection): RecordSearch {
  const model = recordModel(connection);
  return {
    async search(filter, words, skip, limit) {
      const query = searchQuery(filter, words);
      if (!query) return { records: [], total: 0 };
      const found = model.find(query, { ...summaryFields, terms: 1 }).sort({ order: 1, number: 1 });
      const ranked: { row: z.infer<typeof rowSchema>; rank: number }[] = [];
      let looked = 0;
      // Some at a time, so that other work has its turns between.
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

/** The query for what may hold the words; null where there is nothing to look for. */
export function searchQuery(filter: ListFilter, words: string): Record<string, unknown> | null {
  const sought = soughtIn(words);
  if (sought.length === 0) return null;
  const terms = sought.flatMap((one) => one.terms);
  // A single character of an unspaced script stands in no index: the titles of the filter's records are looked through.
  return { ...toQuery(filter), ...(terms.length > 0 && { terms: { $all: terms } }) };
}
