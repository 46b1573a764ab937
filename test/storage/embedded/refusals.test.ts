import { Binary, type Document, Long, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onMongoDB, openTestDatabase, type TestDatabase } from '../../support/database.ts';

const find = (filter: Document) => ({ find: 'things', filter });
const update = (u: unknown, more: Document = {}) => ({ update: 'things', updates: [{ q: {}, u, ...more }] });
const aggregate = (...pipeline: Document[]) => ({ aggregate: 'things', pipeline, cursor: {} });
const index = (key: Document, more: Document = {}) => ({
  createIndexes: 'things',
  indexes: [{ key, name: 'i', ...more }],
});

/** The name that the refusal must give, and a command that holds it. */
const refused: [name: string, command: Document][] = [
  ['$where', find({ $where: 'true' })],
  ['$expr', find({ $expr: { $eq: ['$a', 1] } })],
  ['$text', find({ $text: { $search: 'a' } })],
  ['$jsonSchema', find({ $jsonSchema: {} })],
  ['$comment', find({ $comment: 'a' })],
  ['$nor', find({ $nor: [{ a: 1 }] })],
  ['$exists with a value other than true and false', find({ a: { $exists: 1 } })],
  ['$not', find({ a: { $not: { $gt: 1 } } })],
  ['$regex', find({ a: { $regex: 'a' } })],
  ['$options', find({ a: { $options: 'i' } })],
  ['a regular expression', find({ a: /a/ })],
  ['a regular expression', find({ a: { $in: [/a/] } })],
  ['a regular expression', { insert: 'things', documents: [{ a: /a/ }] }],
  ['$type', find({ a: { $type: 'string' } })],
  ['binary data of 4096 bytes and more as a key', find({ a: new Binary(Buffer.alloc(4096)) })],
  ['$mod', find({ a: { $mod: [2, 0] } })],
  ['$nor', find({ $and: [{ $nor: [{ a: 1 }] }] })],
  ['$near', find({ a: { $near: [0, 0] } })],
  ['$type', find({ $or: [{ b: 1 }, { a: { $type: 1 } }] })],
  ['$type', find({ a: { $elemMatch: { b: { $type: 1 } } } })],
  ['$gt', find({ a: { $elemMatch: { $gt: 1 } } })],
  ['$elemMatch with a value', find({ a: { $elemMatch: 1 } })],
  ['a comparison with NaN', find({ a: { $gt: Number.NaN } })],
  ['direction {"$meta":"textScore"} of a', { ...find({}), sort: { a: { $meta: 'textScore' } } }],
  ['order by $natural', { ...find({}), sort: { $natural: 1 } }],
  ['collation', { ...find({}), collation: { locale: 'de' } }],
  ['hint', { ...find({}), hint: 'a' }],
  ['let', { ...find({}), let: {} }],
  ['tailable', { ...find({}), tailable: true }],
  ['readConcern', { ...find({}), readConcern: { level: 'snapshot' } }],
  ['maxTimeMS', { ...find({}), maxTimeMS: 1000 }],
  ['projection of a to 0', { ...find({}), projection: { a: 0 } }],
  ['projection of b to 0', { ...find({}), projection: { a: 1, b: 0 } }],
  ['projection of all fields but _id', { ...find({}), projection: { _id: 0 } }],
  ['projection a.$', { ...find({}), projection: { 'a.$': 1 } }],
  ['projection of a to', { ...find({}), projection: { a: { $slice: 1 } } }],
  ['projection of a to', { ...find({}), projection: { a: '$b' } }],
  ["$unset of an array's element", update({ $unset: { 'a.0': '' } })],
  ['$min', update({ $min: { a: 1 } })],
  ['$max', update({ $max: { a: 1 } })],
  ['$addToSet', update({ $addToSet: { a: 1 } })],
  ['$pullAll', update({ $pullAll: { a: [1] } })],
  ['$pull with a value', update({ $pull: { a: 1 } })],
  ['$gt', update({ $pull: { a: { $gt: 0 } } })],
  ['$inc of a 64-bit integer', update({ $inc: { b: Long.fromNumber(1) } })],
  ['$rename', update({ $rename: { a: 'b' } })],
  ['$mul', update({ $mul: { a: 2 } })],
  ['$currentDate', update({ $currentDate: { a: true } })],
  ['$pop', update({ $pop: { a: 1 } })],
  ['$bit', update({ $bit: { a: { and: 1 } } })],
  ['$slice in $push', update({ $push: { a: { $each: [], $slice: 1 } } })],
  ['$sort in $push', update({ $push: { a: { $each: [], $sort: 1 } } })],
  ['$position in $push', update({ $push: { a: { $each: [], $position: 0 } } })],
  ['the path a.$ without an $elemMatch on a', update({ $set: { 'a.$': 1 } })],
  ['the path a.$[]', update({ $set: { 'a.$[]': 1 } })],
  ['the path a.$[e].b', update({ $set: { 'a.$[e].b': 1 } })],
  ['arrayFilters', update({ $set: { 'a.$[e]': 1 } }, { arrayFilters: [{ e: 1 }] })],
  ['an update with a pipeline', update([{ $set: { a: 1 } }])],
  ['an update without operators', update({ a: 1 })],
  ['collation', update({ $set: { a: 1 } }, { collation: { locale: 'de' } })],
  ['fields', { findAndModify: 'things', query: {}, update: { $set: { b: 1 } }, fields: { b: 1 } }],
  ['remove: true', { findAndModify: 'things', query: {}, remove: true }],
  ['an update without operators', { findAndModify: 'things', query: {}, update: { b: 1 } }],
  ...['lookup', 'out', 'merge', 'changeStream', 'facet', 'unwind', 'sort', 'skip', 'project', 'count'].map(
    (stage): [string, Document] => [`stage $${stage}`, aggregate({ $match: {} }, { [`$${stage}`]: {} })],
  ),
  ['a pipeline that does more than count', aggregate({ $match: {} })],
  ['a pipeline that does more than count', aggregate({ $match: {} }, { $limit: 5 })],
  ['a pipeline that does more than count', aggregate({ $match: {} }, { $limit: 5 }, { $limit: 5 })],
  ['a pipeline that does more than count', aggregate({ $match: {} }, { $group: { _id: '$a', n: { $sum: 1 } } })],
  ['a pipeline that does more than count', aggregate({ $match: {} }, { $group: { _id: 1, n: { $max: '$a' } } })],
  ['a pipeline that does more than count', aggregate({ $match: {} }, { $group: { _id: 1, n: { $sum: '$a' } } })],
  ['a pipeline that does more than count', aggregate({ $group: { _id: { $function: {} } } }, { $match: {} })],
  ['$type', aggregate({ $match: { a: { $type: 1 } } }, { $group: { _id: 1, n: { $sum: 1 } } })],
  ['explain of aggregate', { explain: aggregate({ $match: {} }), verbosity: 'queryPlanner' }],
  ['index option expireAfterSeconds', index({ a: 1 }, { expireAfterSeconds: 5 })],
  ['index option collation', index({ a: 1 }, { collation: { locale: 'de' } })],
  ['index option sparse', index({ a: 1 }, { sparse: true })],
  ['index option partialFilterExpression', index({ a: 1 }, { partialFilterExpression: { b: 1 } })],
  ['direction "text" of a', index({ a: 'text' })],
  ['direction "2dsphere" of a', index({ a: '2dsphere' })],
  ['order by $**', index({ '$**': 1 })],
  ['capped', { create: 'things', capped: true, size: 1000 }],
  ['viewOn', { create: 'things', viewOn: 'other', pipeline: [] }],
];

const unknownCommands = [
  'mapReduce',
  'serverStatus',
  'eval',
  'renameCollection',
  'collMod',
  'buildInfo',
  'count',
  'distinct',
  'drop',
  'dropIndexes',
  'listDatabases',
];

/** What this server alone refuses; MongoDB does these. */
describe.skipIf(onMongoDB)('the embedded server refuses by name', () => {
  let database: TestDatabase;
  let client: MongoClient;
  const db = () => client.db(database.dbName);

  beforeAll(async () => {
    database = await openTestDatabase();
    client = await MongoClient.connect(database.uri);
    await db()
      .collection('things')
      .insertOne({ a: [1] });
  });
  afterAll(async () => {
    await client.close();
    await database.stop();
  });

  test.each(refused)('%s in %j', async (name, command) => {
    const result = await db()
      .command(command)
      .then(
        (reply: Document) => String(reply.writeErrors?.[0]?.errmsg),
        (error: Error) => error.message,
      );
    expect(result).toContain('not supported by the embedded server: ');
    expect(result).toContain(name);
  });

  test.each(unknownCommands)('the command %s', async (name) => {
    await expect(db().command({ [name]: 1 })).rejects.toMatchObject({
      code: 59,
      message: `no such command: '${name}'`,
    });
  });

  test('a transaction', async () => {
    const session = client.startSession();
    session.startTransaction();
    await expect(db().collection('things').insertOne({}, { session })).rejects.toThrow(/transactions/);
    await session.endSession();
  });

  test('a stored field name that begins with $', async () => {
    await expect(
      db()
        .collection('things')
        .insertOne({ a: { $b: 1 } }),
    ).rejects.toMatchObject({ code: 52 });
    await expect(
      db()
        .collection('things')
        .updateOne({}, { $set: { c: { $b: 1 } } }),
    ).rejects.toMatchObject({ code: 52 });
  });

  test('the field name __proto__, wherever it stands', async () => {
    const named = JSON.parse('{ "__proto__": { "polluted": 1 } }') as Document;
    await expect(db().collection('things').insertOne({ a: named })).rejects.toThrow(/__proto__/);
    await expect(
      db()
        .collection('things')
        .updateOne({}, { $set: { 'a.__proto__.polluted': 1 } }),
    ).rejects.toThrow(/__proto__/);
    await expect(db().collection('things').find({ '__proto__.x': 1 }).toArray()).rejects.toThrow(/__proto__/);
    expect(
      await db()
        .collection('things')
        .countDocuments({ polluted: { $ne: null } }),
    ).toBe(0);
  });

  test('documents that are too deep or too large, and lives on', async () => {
    let deep: Document = {};
    for (let level = 0; level < 101; level += 1) deep = { deep };
    await expect(db().collection('things').insertOne(deep)).rejects.toThrow(/deeper than 100/);
    for (let level = 0; level < 5000; level += 1) deep = { deep };
    await expect(db().collection('things').insertOne(deep)).rejects.toThrow(/deeper than 100/);
    await db()
      .collection('things')
      .updateOne({}, { $set: { text: 'x'.repeat(10_000_000) } });
    const grown = db()
      .collection('things')
      .updateOne({}, { $set: { more: 'x'.repeat(10_000_000) } });
    await expect(grown).rejects.toMatchObject({ code: 10334 });
    expect(await db().collection('things').countDocuments()).toBe(1);
  });
});
