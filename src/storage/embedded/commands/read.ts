import { Long } from 'bson';
import { stages } from '../allow-list.ts';
import { encode } from '../bson-bytes.ts';
import { MongoError, notSupported } from '../mongo-error.ts';
import { compileProjection, type Projection } from '../project.ts';
import type { Found } from '../search.ts';
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
  const found = collection.find({ filter, sort, skip, limit });
  const single = command.singleBatch === true;
  return cursors.start(collection.namespace, projected(found, project), command.batchSize, single);
};

function* projected(found: Iterable<Found>, project: Projection): Generator<Buffer> {
  for (const { bytes } of found) yield project(bytes);
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
 * Counts documents as a driver's countDocuments asks for it, `[{ $match: filter }, { $group: { _id: 1, n: { $sum: 1 } } }]`,
 * with a `{ $limit: n }` between the two if no more than `n` are to be counted
 * (https://www.mongodb.com/docs/manual/reference/method/db.collection.countDocuments/#mechanics).
 */
export const aggregate: Handler = (command, { catalog, cursors, database }) => {
  const { filter, limit } = readCount(command.pipeline);
  const collection = catalog.look(database, command.aggregate);
  const n = collection.count(filter, limit);
  return cursors.start(collection.namespace, n === 0 ? [] : [encode({ _id: 1, n })], undefined);
};

function readCount(pipeline: unknown): { filter: Doc; limit: number } {
  if (!Array.isArray(pipeline)) throw new MongoError(14, "'pipeline' option must be specified as an array");
  for (const stage of pipeline) {
    const [name = ''] = isDocument(stage) ? Object.keys(stage) : [];
    if (!stages.some((known) => known === name)) throw notSupported(`stage ${name}`);
  }
  const [match, ...rest]: unknown[] = pipeline;
  const [limit, group, ...others] = rest.length > 1 ? rest : [{}, ...rest];
  if (others.length > 0 || JSON.stringify(group) !== '{"$group":{"_id":1,"n":{"$sum":1}}}') {
    throw notSupported('a pipeline that does more than count: $match, $limit, $group with _id: 1 and n: { $sum: 1 }');
  }
  const { $limit } = documentArgument(limit, '$limit');
  if ($limit === 0) throw new MongoError(15958, 'the limit must be positive');
  const filter = documentArgument(documentArgument(match, '$match').$match, '$match');
  return { filter, limit: countArgument($limit, '$limit') };
}
