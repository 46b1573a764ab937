import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  ['$type', find({ a: { $type: 'string' } })],
  ['$mod', find({ a: { $mod: [2, 0] } })],
  ['$all', find({ a: { $all: [1] } })],
  ['$near', find({ a: { $near: [0, 0] } })],
  ['$type', find({ $or: [{ b: 1 }, { a: { $not: { $type: 1 } } }] })],
  ['$type', find({ a: { $elemMatch: { b: { $type: 1 } } } })],
  ['$options: x', find({ a: { $regex: 'a', $options: 'x' } })],
  ['a pattern within $in', find({ a: { $in: [/a/] } })],
  ['collation', { ...find({}), collation: { locale: 'de' } }],
  ['hint', { ...find({}), hint: 'a' }],
  ['let', { ...find({}), let: {} }],
  ['tailable', { ...find({}), tailable: true }],
  ['projection a.$', { ...find({}), projection: { 'a.$': 1 } }],
  ['projection a.$slice', { ...find({}), projection: { a: { $slice: 1 } } }],
  ['projection of a to a value', { ...find({}), projection: { a: '$b' } }],
  ['$rename', update({ $rename: { a: 'b' } })],
  ['$mul', update({ $mul: { a: 2 } })],
  ['$currentDate', update({ $currentDate: { a: true } })],
  ['$pop', update({ $pop: { a: 1 } })],
  ['$bit', update({ $bit: { a: { and: 1 } } })],
  ['$sort in $push', update({ $push: { a: { $each: [], $sort: 1 } } })],
  ['$position in $push', update({ $push: { a: { $each: [], $position: 0 } } })],
  ['an update with a pipeline', update([{ $set: { a: 1 } }])],
  ['collation', update({ $set: { a: 1 } }, { collation: { locale: 'de' } })],
  ['stage $lookup', aggregate({ $lookup: {} })],
  ['stage $out', aggregate({ $out: 'other' })],
  ['stage $merge', aggregate({ $merge: 'other' })],
  ['stage $changeStream', aggregate({ $changeStream: {} })],
  ['stage $facet', aggregate({ $facet: {} })],
  ['accumulator $accumulator', aggregate({ $group: { _id: null, a: { $accumulator: {} } } })],
  ['$function in an expression', aggregate({ $group: { _id: { $function: {} } } })],
  ['variable $$NOW', aggregate({ $group: { _id: '$$NOW' } })],
  ['index option expireAfterSeconds', index({ a: 1 }, { expireAfterSeconds: 5 })],
  ['index option collation', index({ a: 1 }, { collation: { locale: 'de' } })],
  ['index of kind text', index({ a: 'text' })],
  ['index of kind 2dsphere', index({ a: '2dsphere' })],
  ['index on $**', index({ '$**': 1 })],
  ['capped', { create: 'things', capped: true, size: 1000 }],
  ['viewOn', { create: 'things', viewOn: 'other', pipeline: [] }],
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

  it.each(refused)('%s in %j', async (name, command) => {
    const result = await db()
      .command(command)
      .then(
        (reply: Document) => String(reply.writeErrors?.[0]?.errmsg),
        (error: Error) => error.message,
      );
    expect(result).toContain('not supported by the embedded server: ');
    expect(result).toContain(name);
  });

  it.each(['mapReduce', 'serverStatus', 'eval', 'renameCollection', 'collMod'])('the command %s', async (name) => {
    await expect(db().command({ [name]: 1 })).rejects.toMatchObject({
      code: 59,
      message: `no such command: '${name}'`,
    });
  });

  it('a transaction', async () => {
    const session = client.startSession();
    session.startTransaction();
    await expect(db().collection('things').insertOne({}, { session })).rejects.toThrow(/transactions/);
    await session.endSession();
  });

  it('a stored field name that begins with $', async () => {
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

  it('the field name __proto__, wherever it stands', async () => {
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
        .countDocuments({ polluted: { $exists: true } }),
    ).toBe(0);
  });

  it('documents that are too deep or too large, and lives on', async () => {
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
