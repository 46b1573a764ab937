import type { Catalog } from '../catalog.ts';
import type { Batch, Cursors } from '../cursors.ts';
import type { Sessions } from '../sessions.ts';
import type { Doc } from '../values.ts';

/** What a command works on. */
export interface Context {
  /** The database that the command names. */
  database: string;
  catalog: Catalog;
  cursors: Cursors;
  sessions: Sessions;
}

/** The fields of an answer, and the batch of documents that it carries, which are not decoded. */
export interface Reply {
  fields: Doc;
  batch?: Batch;
  /** What must have been done before it is given; if that fails, the answer is its error. */
  after?: Promise<unknown>;
}

/** Runs one command to its end without waiting for anything, so that no other comes between; `after` does not hold it up. */
export type Handler = (command: Doc, context: Context) => Reply;
