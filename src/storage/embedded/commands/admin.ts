import { encode } from '../bson-bytes.ts';
import type { Collection } from '../collection.ts';
import { type CollectionIndex, type IndexSpec, readIndexSpec } from '../collection-index.ts';
import { equalValues } from '../key-encoding.ts';
import { MongoError } from '../mongo-error.ts';
import { compileQuery } from '../query.ts';
import { documentArgument } from '../values.ts';
import type { Handler } from './context.ts';

/** https://www.mongodb.com/docs/manual/reference/command/create/ */
export const create: Handler = (command, { catalog, database }) => {
  // Since MongoDB 7.0 it is no error to create what is there already with the same options, and there are no others.
  catalog.ensure(database, command.create);
  return { fields: {} };
};

/** https://www.mongodb.com/docs/manual/reference/command/createIndexes/ */
export const createIndexes: Handler = (command, { catalog, database }) => {
  const given = command.indexes;
  if (!Array.isArray(given) || given.length === 0) throw new MongoError(2, 'Must specify at least one index to create');
  const specs = given.map(readIndexSpec);
  const collection = catalog.ensure(database, command.createIndexes);
  const numIndexesBefore = collection.indexes.length;
  try {
    for (const spec of specs) if (isNew(collection, spec)) collection.addIndex(spec);
  } catch (error) {
    for (const index of collection.indexes.slice(numIndexesBefore)) collection.dropIndex(index);
    throw error;
  }
  catalog.save(collection);
  const started = collection.indexes.slice(numIndexesBefore).filter(({ isReady }) => !isReady);
  const kept = started.map(async ({ building, spec }) => {
    await building
      .catch((error: unknown) => {
        if (spec.unique) throw error;
        process.emitWarning(`index ${spec.name} of ${collection.namespace} could not be built: ${String(error)}`);
      })
      .finally(() => catalog.save(collection));
  });
  // What only makes things faster is built while others work; what keeps duplicates out must be there.
  const isAwaited = ({ spec, isReady }: CollectionIndex) =>
    spec.unique && !isReady && specs.some((one) => equalValues(one, spec));
  const awaited = collection.indexes.filter(isAwaited).map(({ building }) => building);
  const fields = { numIndexesBefore, numIndexesAfter: collection.indexes.length };
  return awaited.length > 0 ? { fields, after: Promise.all([...awaited, ...kept]) } : { fields };
};

/** Whether there is no such index yet; an error if there is another under its name, or the same under another. */
function isNew({ indexes }: Collection, spec: IndexSpec): boolean {
  const named = indexes.find((index) => index.spec.name === spec.name);
  if (named && equalValues(named.spec, spec)) return false;
  if (named) throw new MongoError(86, `An existing index has the same name as the requested index: ${spec.name}`);
  const same = indexes.find((index) => equalValues(index.spec.key, spec.key));
  if (same) throw new MongoError(85, `Index already exists with a different name or options: ${same.spec.name}`);
  return true;
}

/** https://www.mongodb.com/docs/manual/reference/command/listIndexes/ */
export const listIndexes: Handler = (command, { catalog, cursors, database }) => {
  const { id, namespace, indexes } = catalog.look(database, command.listIndexes);
  if (id === '') throw new MongoError(26, `ns does not exist: ${namespace}`);
  const { batchSize } = documentArgument(command.cursor, 'cursor');
  const specs = indexes.map(({ spec: { unique, ...spec } }) => encode(unique ? { ...spec, unique } : spec));
  return cursors.start(namespace, specs, batchSize);
};

/** https://www.mongodb.com/docs/manual/reference/command/listCollections/ */
export const listCollections: Handler = (command, { catalog, cursors, database }) => {
  const query = compileQuery(documentArgument(command.filter, 'filter'));
  const described = catalog.namesIn(database).map((name) => encode({ name, type: 'collection' }));
  const { batchSize } = documentArgument(command.cursor, 'cursor');
  return cursors.start(
    `${database}.$cmd.listCollections`,
    described.filter((one) => query.test(one)),
    batchSize,
  );
};

/** https://www.mongodb.com/docs/manual/reference/command/dropDatabase/ */
export const dropDatabase: Handler = (_command, { catalog, database }) => {
  catalog.drop(database);
  return { fields: { dropped: database } };
};
