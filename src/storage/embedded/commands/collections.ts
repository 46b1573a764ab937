import { encode } from '../bson-bytes.ts';
import { compileQuery } from '../query.ts';
import { documentArgument } from '../values.ts';
import type { Handler } from './context.ts';
import { firstBatch } from './read.ts';

/** https://www.mongodb.com/docs/manual/reference/command/create/ */
export const create: Handler = (command, { catalog, database }) => {
  // Since MongoDB 7.0 it is no error to create what is there already with the same options, and there are no others.
  catalog.ensure(database, command.create);
  return { fields: {} };
};

/** https://www.mongodb.com/docs/manual/reference/command/drop/ */
export const drop: Handler = (command, { catalog, database }) => {
  const collection = catalog.collection(database, command.drop);
  if (collection === undefined) return { fields: {} };
  catalog.drop(collection);
  return { fields: { nIndexesWas: collection.indexes.length, ns: collection.namespace } };
};

/** https://www.mongodb.com/docs/manual/reference/command/dropDatabase/ */
export const dropDatabase: Handler = (_command, { catalog, database }) => {
  for (const collection of catalog.collectionsOf(database).values()) catalog.drop(collection);
  return { fields: { dropped: database } };
};

/** https://www.mongodb.com/docs/manual/reference/command/listCollections/ */
export const listCollections: Handler = (command, { catalog, cursors, database }) => {
  const query = compileQuery(documentArgument(command.filter, 'filter'));
  const described = [...catalog.collectionsOf(database).keys()].map((name) => {
    if (command.nameOnly === true) return { name, type: 'collection' };
    const idIndex = { v: 2, key: { _id: 1 }, name: '_id_' };
    return { name, type: 'collection', options: {}, info: { readOnly: false }, idIndex };
  });
  const { batchSize } = documentArgument(command.cursor, 'cursor');
  return firstBatch(
    cursors.start(`${database}.$cmd.listCollections`, described.filter(query.test).map(encode), batchSize),
  );
};
