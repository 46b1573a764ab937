import { Long } from 'bson';
import { compilePipeline } from '../aggregate.ts';
import { decode, decodeFields, encode } from '../bson-bytes.ts';
import type { Collection, Found } from '../collection.ts';
import type { Batch } from '../cursors.ts';
import { encodeKey } from '../key-encoding.ts';
import { MongoError } from '../mongo-error.ts';
import { compileProjection, type Projection } from '../project.ts';
import { compileQuery } from '../query.ts';
import { compileSort } from '../sort.ts';
import { countArgument, type Doc, documentArgument, isNumeric, rootOf, splitPath, valuesAt } from '../values.ts';
import type { Handler, Reply } from './context.ts';

/** https://www.mongodb.com/docs/manual/reference/command/find/ */
export const find: Handler = (command, { catalog, cursors, database }) => {
  const filter = documentArgument(command.filter, 'filter');
  const sort = documentArgument(command.sort, 'sort');
  const project = compileProjection(documentArgument(command.projection, 'projection'));
  const skip = countArgument(command.skip, 'skip');
  const limit = countArgument(command.limit, 'limit');
  compileQuery(filter);
  compileSort(sort);
  const found = catalog.collection(database, command.find)?.find(filter, { sort, skip, limit }) ?? [];
  const namespace = `${database}.${String(command.find)}`;
  const single = command.singleBatch === true;
  return firstBatch(cursors.start(namespace, projected(found, project), command.batchSize, single));
};

function* projected(found: Iterable<Found>, project: Projection): Generator<Buffer> {
  for (const { bytes } of found) yield project(bytes);
}

export function firstBatch(batch: Batch): Reply {
  return { fields: {}, batch: { ...batch, field: 'firstBatch' } };
}

/** https://www.mongodb.com/docs/manual/reference/command/getMore/ */
export const getMore: Handler = (command, { cursors }) => {
  const batch = cursors.more(Number(command.getMore), command.batchSize);
  return { fields: {}, batch: { ...batch, field: 'nextBatch' } };
};

/** https://www.mongodb.com/docs/manual/reference/command/killCursors/ */
export const killCursors: Handler = (command, { cursors }) => {
  const given = command.cursors;
  const ids = Array.isArray(given) ? given.filter(isNumeric).map(Number) : [];
  const killed = new Set(ids.filter((id) => cursors.kill(id)));
  const cursorsKilled = ids.filter((id) => killed.has(id)).map((id) => Long.fromNumber(id));
  const cursorsNotFound = ids.filter((id) => !killed.has(id)).map((id) => Long.fromNumber(id));
  return { fields: { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] } };
};

/** https://www.mongodb.com/docs/manual/reference/command/aggregate/ */
export const aggregate: Handler = (command, { catalog, cursors, database }) => {
  const { filter, sort, run, roots } = compilePipeline(command.pipeline);
  if (command.cursor === undefined) throw new MongoError(9, "The 'cursor' option is required");
  const { batchSize } = documentArgument(command.cursor, 'cursor');
  compileQuery(filter);
  const found = catalog.collection(database, command.aggregate)?.find(filter, { sort }) ?? [];
  const documents = encoded(run(decoded(found, roots)));
  return firstBatch(cursors.start(`${database}.${String(command.aggregate)}`, documents, batchSize));
};

function* decoded(found: Iterable<Found>, roots: ReadonlySet<string> | undefined): Generator<Doc> {
  for (const { bytes } of found) yield roots ? decodeFields(bytes, roots) : decode(bytes);
}

function* encoded(docs: Iterable<Doc>): Generator<Buffer> {
  for (const doc of docs) yield encode(doc);
}

/** https://www.mongodb.com/docs/manual/reference/command/count/ */
export const count: Handler = (command, { catalog, database }) => {
  const filter = documentArgument(command.query, 'query');
  const skip = countArgument(command.skip, 'skip');
  const limit = countArgument(command.limit, 'limit');
  compileQuery(filter);
  const collection = catalog.collection(database, command.count);
  if (Object.keys(filter).length === 0) return { fields: { n: countAll(collection, skip, limit) } };
  let n = 0;
  for (const _ of collection?.find(filter, { skip, limit }) ?? []) n += 1;
  return { fields: { n } };
};

function countAll(collection: Collection | undefined, skip: number, limit: number): number {
  const left = Math.max(0, (collection?.size ?? 0) - skip);
  return limit > 0 ? Math.min(limit, left) : left;
}

/** https://www.mongodb.com/docs/manual/reference/command/distinct/ Values in order; an array counts by its elements. */
export const distinct: Handler = (command, { catalog, database }) => {
  const { key } = command;
  if (typeof key !== 'string') throw new MongoError(14, 'key must be a string');
  const filter = documentArgument(command.query, 'query');
  const path = splitPath(key);
  compileQuery(filter);
  const values = new Map<string, unknown>();
  for (const { bytes } of catalog.collection(database, command.distinct)?.find(filter) ?? []) {
    for (const value of valuesAt(decodeFields(bytes, new Set([rootOf(key)])), path).flat()) {
      if (value !== undefined) values.set(encodeKey(value), value);
    }
  }
  const inOrder = [...values].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { fields: { values: inOrder.map(([, value]) => value) } };
};
