import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { cases, errors, manual } from './update-cases.ts';

describe('an update', () => {
  let database: TestDatabase;
  let client: MongoClient;
  const things = () => client.db(database.dbName).collection<Document & { _id: string }>('things');

  beforeAll(async () => {
    database = await openTestDatabase();
    client = await MongoClient.connect(database.uri);
  });
  afterAll(async () => {
    await client.close();
    await database.stop();
  });
  beforeEach(async () => {
    await client.db(database.dbName).dropDatabase();
  });

  test.each(cases)(`$name (${manual}$page)`, async ({ before, filter = {}, update, after }) => {
    await things().insertOne({ _id: 'it', ...before });
    const changed = JSON.stringify(before) !== JSON.stringify(after);
    expect(await things().updateOne({ _id: 'it', ...filter }, update)).toMatchObject({
      matchedCount: 1,
      modifiedCount: changed ? 1 : 0,
    });
    const { _id, ...found } = (await things().findOne()) ?? { _id: '' };
    expect(JSON.stringify(found)).toBe(JSON.stringify(after));
  });

  test.each(errors)('refuses %s', async (_name, before, update, code) => {
    await things().insertOne({ _id: 'it', ...before });
    await expect(things().updateOne({ _id: 'it' }, update)).rejects.toMatchObject({ code });
    expect(await things().findOne()).toEqual({ _id: 'it', ...before });
  });

  test('inserts what the filter and the update say when an upsert finds nothing (https://www.mongodb.com/docs/manual/reference/method/db.collection.updateOne/)', async () => {
    const filter = { _id: 'new', 'a.b': { $eq: 1 }, c: { $gt: 5 }, d: 2 };
    const result = await things().updateOne(filter, { $set: { e: 3 }, $setOnInsert: { f: 4 } }, { upsert: true });
    expect(result).toMatchObject({ upsertedId: 'new', upsertedCount: 1, matchedCount: 0, modifiedCount: 0 });
    expect(await things().findOne()).toEqual({ _id: 'new', a: { b: 1 }, d: 2, e: 3, f: 4 });
  });

  test('changes all that updateMany finds, and tells how many were changed (https://www.mongodb.com/docs/manual/reference/method/db.collection.updateMany/)', async () => {
    await things().insertMany([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
      { _id: 'c', n: 2 },
    ]);
    expect(await things().updateMany({}, { $set: { n: 2 } })).toMatchObject({ matchedCount: 3, modifiedCount: 2 });
    expect(await things().countDocuments({ n: 2 })).toBe(3);
  });

  test('changes one document of several that an updateOne finds', async () => {
    await things().insertMany([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ]);
    await things().updateOne({ n: 1 }, { $inc: { n: 1 } });
    expect(await things().countDocuments({ n: 1 })).toBe(1);
  });
});
