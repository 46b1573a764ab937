import { Long } from 'bson';
import { stages } from '../allow-list.ts';
import { encode } from '../bson-bytes.ts';
import type { Found } from '../collection.ts';
import { MongoError, notSupported } from '../mongo-error.ts';
import { compileProjection, type Projection } from '../project.ts';
import { countArgument, type Doc, documentArgument, isDocument, isNumeric } from '../values.ts';
import type { Handler } from './context.ts';

/** https://www.mongodb.com/docs/manual/reference/command/find/ */
export const find: Handler = (command, { catalog, cursors, database }) => {
  const filter = documentArgument(command.filter, 'filter');
  const sort = documentArgument(command.sort, 'sort');
  const project = compileProjection(documentArgument(command.projection, 'projection'));
  const collection = catalog.look(database, command.find);
  const skip = countArgument(command.skip, 'skip');
  const limit = countArgument(command.limit, 'limit');
  const found = collection.find(filter, sort, limit && skip + limit);
  const single = command.singleBatch === true;
  return cursors.start(collection.namespace, projected(found, project, skip), command.batchSize, single);
};

function* projected(found: Iterable<Found>, project: Projection, skip: number): Generator<Buffer> {
  let left = skip;
  for (const { bytes } of found) {
    if (left === 0) yield project(bytes);
    else left -= 1;
  }
}

/** https://www.mongodb.com/docs/manual/reference/command/getMore/ */
export const getMore: Handler = (command, { cursors }) => cursors.more(Number(command.getMore), command.batchSize);

/** https://www.mongodb.com/docs/manual/reference/command/killCursors/ */
export const killCursors: Handler = (command, { cursors }) => {
  const given = command.cursors;
  const ids = Array.isArray(given) ? given.filter(isNumeric).map(Number) : [];
  const cursorsKilled = ids.filter((id) => cursors.kill(id)).map((id) => Long.fromNumber(id));
  return { fields: { cursorsKilled } };
};

/**
 * Counts documents as a driver's countDocuments asks for it: `[{ $match: filter }, { $group: { _id: 1, n: { $sum: 1 } } }]`
 * (https://www.mongodb.com/docs/manual/reference/method/db.collection.countDocuments/#mechanics).
 */
export const aggregate: Handler = (command, { catalog, cursors, database }) => {
  const filter = readCount(command.pipeline);
  const collection = catalog.look(database, command.aggregate);
  const n = collection.count(filter);
  return cursors.start(collection.namespace, n === 0 ? [] : [encode({ _id: 1, n })], undefined);
};

function readCount(pipeline: unknown): Doc {
  if (!Array.isArray(pipeline)) throw new MongoError(14, "'pipeline' option must be specified as an array");
  for (const stage of pipeline) {
    const [name = ''] = isDocument(stage) ? Object.keys(stage) : [];
    if (!stages.some((known) => known === name)) throw notSupported(`stage ${name}`);
  }
  const [match, group, ...others]: unknown[] = pipeline;
  if (others.length > 0 || JSON.stringify(group) !== '{"$group":{"_id":1,"n":{"$sum":1}}}') {
    throw notSupported('a pipeline that does more than count: $match, and $group with _id: 1 and n: { $sum: 1 }');
  }
  return documentArgument(documentArgument(match, '$match').$match, '$match');
}
