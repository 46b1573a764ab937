import type { Connection } from 'mongoose';
import { z } from 'zod';
import { recordModel } from '../store/record-model.ts';
import { tagOf } from './filing.ts';
import { type Reader, readableBy } from './reader.ts';
import { SIMILAR, similarity } from './similarity.ts';
import { termsOf } from './terms.ts';

/** A new matter to find similar open records for. */
export interface Matter {
  readonly type: string;
  readonly title: string;
  /** Facets by name, `department` and `clause` for a finding: an open record with all of these is similar regardless of its title. */
  readonly same: Readonly<Record<string, string>>;
  /** The record itself, to be excluded. */
  readonly except?: string;
}

const rowSchema = z.object({ number: z.string(), title: z.string(), state: z.string(), createdAt: z.date() });
/** An open record that may be about the same matter. */
export interface SimilarRecord extends z.infer<typeof rowSchema> {
  /** From 0 to 1: see `similarity`. */
  readonly similarity: number;
  /** It has all the facets of the matter. */
  readonly same: boolean;
}

/** Finds open records similar to a matter. */
export interface SimilarRecords {
  /** Those `reader` may read, most similar first, at most `limit`. Empty if the matter gives too little to go on. */
  similarTo(matter: Matter, reader: Reader, limit: number): Promise<readonly SimilarRecord[]>;
}

/** The most records sharing a word whose titles are compared: the newest. */
const MOST_COMPARED = 500;
const shown = { _id: 0, number: 1, title: 1, state: 1, createdAt: 1 } as const;

/** Similar records over a connection: uses the indexes on facets and on terms. */
export function createSimilarRecords(connection: Connection): SimilarRecords {
  const model = recordModel(connection);
  return {
    async similarTo({ type, title, same, except }, reader, limit) {
      const readable = { type, open: true, ...readableBy(reader) };
      const rows = async (filter: Record<string, unknown>, most: number) => {
        const found = model.find({ ...readable, ...filter }, shown).sort({ createdAt: -1 });
        return z.array(rowSchema).parse(await found.limit(most).lean());
      };
      const tags = Object.entries(same).map(([facet, value]) => tagOf(facet, value));
      const terms = termsOf([title]);
      const [alike, wordy] = await Promise.all([
        tags.length > 0 ? rows({ tags: { $all: tags } }, limit + 1) : [],
        terms.length > 0 ? rows({ terms: { $in: terms } }, MOST_COMPARED) : [],
      ]);
      const sameNumbers = new Set(alike.map(({ number }) => number));
      const rest = wordy.filter(({ number }) => !sameNumbers.has(number));
      return [...alike, ...rest]
        .map((row) => ({ ...row, similarity: similarity(title, row.title), same: sameNumbers.has(row.number) }))
        .filter((row) => row.number !== except && (row.same || row.similarity >= SIMILAR))
        .sort((one, other) => other.similarity - one.similarity)
        .slice(0, limit);
    },
  };
}
