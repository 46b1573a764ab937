import { encode } from '../bson-bytes.ts';
import type { Collection } from '../collection.ts';
import type { IndexSpec } from '../collection-index.ts';
import { readIndexSpec } from '../index-spec.ts';
import { equalValues } from '../key-encoding.ts';
import { MongoError } from '../mongo-error.ts';
import { documentArgument, isDocument } from '../values.ts';
import type { Context, Handler } from './context.ts';
import { firstBatch } from './read.ts';

/** https://www.mongodb.com/docs/manual/reference/command/createIndexes/ */
export const createIndexes: Handler = (command, { catalog, database }) => {
  const given = command.indexes;
  if (!Array.isArray(given) || given.length === 0) throw new MongoError(2, 'Must specify at least one index to create');
  const specs = given.map(readIndexSpec);
  const created = catalog.collection(database, command.createIndexes) === undefined;
  const collection = catalog.ensure(database, command.createIndexes);
  const numIndexesBefore = collection.indexes.length;
  try {
    for (const spec of specs) if (isNew(collection, spec)) collection.addIndex(spec);
  } catch (error) {
    collection.indexes.length = numIndexesBefore;
    throw error;
  }
  catalog.save(collection);
  return {
    fields: {
      numIndexesBefore,
      numIndexesAfter: collection.indexes.length,
      createdCollectionAutomatically: created,
    },
  };
};

/** Whether there is no such index yet; an error if there is another under its name, or the same under another. */
function isNew({ indexes }: Collection, spec: IndexSpec): boolean {
  if (equalValues(spec.key, { _id: 1 })) return false;
  const named = indexes.find((index) => index.spec.name === spec.name);
  if (named && equalValues(named.spec, spec)) return false;
  if (named) throw new MongoError(86, `An existing index has the same name as the requested index: ${spec.name}`);
  const same = indexes.find((index) => equalValues(index.spec.key, spec.key));
  if (same) throw new MongoError(85, `Index already exists with a different name or options: ${same.spec.name}`);
  return true;
}

/** https://www.mongodb.com/docs/manual/reference/command/listIndexes/ */
export const listIndexes: Handler = (command, context) => {
  const { namespace, indexes } = existing(command.listIndexes, context);
  const { batchSize } = documentArgument(command.cursor, 'cursor');
  return firstBatch(
    context.cursors.start(
      namespace,
      indexes.map(({ spec }) => encode({ ...spec })),
      batchSize,
    ),
  );
};

/** https://www.mongodb.com/docs/manual/reference/command/dropIndexes/ */
export const dropIndexes: Handler = (command, context) => {
  const collection = existing(command.dropIndexes, context);
  const nIndexesWas = collection.indexes.length;
  const asked = command.index;
  if (asked === '*') {
    collection.indexes.length = 1;
  } else {
    for (const which of Array.isArray(asked) ? asked : [asked]) dropOne(collection, which);
  }
  context.catalog.save(collection);
  return { fields: { nIndexesWas } };
};

function dropOne({ indexes }: Collection, which: unknown): void {
  const at = indexes.findIndex(({ spec }) => (isDocument(which) ? equalValues(spec.key, which) : spec.name === which));
  if (at === 0) throw new MongoError(72, 'cannot drop _id index');
  if (at < 0)
    throw new MongoError(
      27,
      `index not found with name [${isDocument(which) ? JSON.stringify(which) : String(which)}]`,
    );
  indexes.splice(at, 1);
}

function existing(name: unknown, { catalog, database }: Context): Collection {
  const collection = catalog.collection(database, name);
  if (collection) return collection;
  throw new MongoError(26, `ns does not exist: ${database}.${String(name)}`);
}
