import { type Collection, type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, planStages, type TestDatabase } from '../../support/database.ts';

const manual = 'https://www.mongodb.com/docs/manual/reference';

describe('an index', () => {
  let database: TestDatabase;
  let client: MongoClient;
  let things: Collection<Document>;

  beforeAll(async () => {
    database = await openTestDatabase();
    client = await MongoClient.connect(database.uri);
  });
  afterAll(async () => {
    await client.close();
    await database.stop();
  });
  beforeEach(async () => {
    const db = client.db(database.dbName);
    await db.dropDatabase();
    things = db.collection('things');
  });

  test(`is made once, under one name (${manual}/command/createIndexes/)`, async () => {
    expect(await things.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    expect(await things.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    await expect(things.createIndex({ a: 1 }, { name: 'a_1_b_-1' })).rejects.toMatchObject({ code: 86 });
    await expect(things.createIndex({ a: 1, b: -1 }, { name: 'other' })).rejects.toMatchObject({ code: 85 });
  });

  test(`is listed, once its collection is there (${manual}/command/listIndexes/)`, async () => {
    await expect(things.listIndexes().toArray()).rejects.toMatchObject({ code: 26 });
    await things.createIndex({ a: 1, b: -1 }, { unique: true });
    expect(await things.listIndexes().toArray()).toMatchObject([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1', unique: true },
    ]);
  });

  test(`that is unique answers a duplicate with its key (https://www.mongodb.com/docs/manual/core/index-unique/)`, async () => {
    await things.createIndex({ a: 1, 'b.c': 1 }, { unique: true });
    await things.insertMany([{ a: 1, b: { c: 1 } }, { a: 1 }]);
    const duplicate = { code: 11000, keyPattern: { a: 1, 'b.c': 1 }, keyValue: { a: 1, 'b.c': 1 } };
    await expect(things.insertOne({ a: 1, b: { c: 1 } })).rejects.toMatchObject(duplicate);
    await expect(things.updateOne({ b: null }, { $set: { b: { c: 1 } } })).rejects.toMatchObject(duplicate);
    await expect(things.insertOne({ a: 1 })).rejects.toMatchObject({ keyValue: { a: 1, 'b.c': null } });
    await expect(
      things.insertOne({ _id: 1 as never }).then(() => things.insertOne({ _id: 1 as never })),
    ).rejects.toMatchObject({
      keyPattern: { _id: 1 },
      keyValue: { _id: 1 },
    });
  });

  test('that is unique is not made over duplicates', async () => {
    await things.insertMany([{ a: 1 }, { a: 1 }]);
    await expect(things.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    await things.insertOne({ a: 1 });
    expect(await things.countDocuments({ a: 1 })).toBe(3);
  });

  test(`over an array holds each of its elements (https://www.mongodb.com/docs/manual/core/indexes/index-types/index-multikey/)`, async () => {
    await things.createIndex({ a: 1, b: 1 }, { unique: true });
    await things.insertMany([
      { a: 1, b: [1, 2] },
      { a: 1, b: [3] },
    ]);
    await expect(things.insertOne({ a: 1, b: [2, 4] })).rejects.toMatchObject({ code: 11000 });
    expect(await things.countDocuments({ a: 1, b: 4 })).toBe(0);
    await expect(things.insertOne({ a: [1, 2], b: [5, 6] })).rejects.toMatchObject({ code: 171 });
  });

  test(`over an array gives the order of what follows it, once its field is fixed (${manual}/method/cursor.sort/)`, async () => {
    await things.createIndex({ tags: 1, n: 1 });
    const rows = Array.from({ length: 60 }, (_, n) => ({
      n: 60 - n,
      tags: ['all', `m${n % 3}`, ...(n < 2 ? ['few'] : [])],
    }));
    await things.insertMany(rows);
    const find = (filter: Document) => things.find(filter).sort({ n: 1 });
    const explained = async (filter: Document) => {
      const plan = await find(filter).explain('executionStats');
      return { stages: planStages(plan), looked: plan.executionStats.totalDocsExamined };
    };
    expect(await explained({ tags: 'm1' })).toEqual({ stages: ['FETCH', 'IXSCAN'], looked: 20 });
    const numbers = (await find({ tags: 'm1' }).toArray()).map(({ n }) => n);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    // Several values are walked side by side, and a document that has two of them is met once.
    const either = { tags: { $in: ['m1', 'all'] } };
    expect(await explained(either)).toEqual({ stages: ['FETCH', 'SORT_MERGE', 'IXSCAN', 'IXSCAN'], looked: 60 });
    expect((await find(either).toArray()).map(({ n }) => n)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
    // The rarest of all wanted values leads.
    expect(await explained({ tags: { $all: ['all', 'few'] } })).toEqual({ stages: ['FETCH', 'IXSCAN'], looked: 2 });
    expect((await things.find({ tags: 'all' }).sort({ tags: 1 }).explain('queryPlanner')).queryPlanner).toMatchObject({
      winningPlan: { stage: 'SORT' },
    });
    await things.updateOne({ n: 60 }, { $set: { tags: ['m1'] } });
    expect(await things.countDocuments({ tags: 'few' })).toBe(1);
    expect(await things.countDocuments({ tags: 'm1' })).toBe(21);
  });

  test('counts what it answers to the letter as a test of each document does', async () => {
    await things.createIndex({ type: 1, tags: 1, n: 1 });
    await things.insertMany(
      Array.from({ length: 40 }, (_, n) => ({
        type: n % 4 ? 'a' : 'b',
        n,
        tags: n % 3 ? ['x'] : ['x', 'y'],
        odd: n % 2,
      })),
    );
    await things.insertOne({ type: 'a', n: '7', tags: ['x'] });
    const filters: Document[] = [
      { type: 'a' },
      { type: 'a', tags: 'x' },
      { type: 'a', tags: { $all: ['x'] } },
      { type: 'a', tags: { $all: ['x', 'y'] } },
      { type: { $in: ['a', 'b'] }, tags: { $in: ['x', 'y'] } },
      { type: 'a', tags: 'x', n: { $gte: 5, $lte: 20 } },
      { type: 'a', tags: 'x', n: { $gt: 5, $lt: 20 } },
      { type: 'a', tags: 'x', n: { $lte: 20, $ne: 7 } },
      { type: 'a', tags: 'x', n: { $lte: 20 }, odd: 1 },
      { type: 'a', $or: [{ tags: 'y' }, { odd: 1 }] },
      { type: 'a', tags: 'x', $and: [{ n: { $gte: 5 } }, { n: { $gte: 9 } }] },
      { type: 'c' },
      {},
    ];
    for (const filter of filters) {
      expect(await things.countDocuments(filter)).toBe((await things.find(filter).toArray()).length);
    }
  });

  test(`is told by explain, and so is a scan of everything (${manual}/command/explain/)`, async () => {
    await things.createIndex({ type: 1, dueAt: -1 });
    await things.insertMany(
      Array.from({ length: 50 }, (_, n) => ({ type: n % 2 ? 'odd' : 'even', dueAt: new Date(n) })),
    );
    const plan = async (filter: Document, sort: Document = {}) =>
      planStages(
        await things
          .find(filter)
          .sort(sort as { a: 1 })
          .explain('queryPlanner'),
      );
    expect(await plan({ type: 'odd', dueAt: { $lt: new Date(9) } })).toEqual(['FETCH', 'IXSCAN']);
    expect(await plan({ type: 'odd' }, { dueAt: 1 })).toEqual(['FETCH', 'IXSCAN']);
    expect(await plan({ type: 'odd' }, { other: 1 })).toContain('SORT');
    expect(await plan({ $and: [{ type: 'odd' }, { dueAt: { $gte: new Date(9) } }] })).toEqual(['FETCH', 'IXSCAN']);
    expect(await plan({ type: { $all: ['odd'] } })).toEqual(['FETCH', 'IXSCAN']);
    expect(await plan({ dueAt: new Date(9) })).toContain('COLLSCAN');
  });

  test('gives the order of a sort in both directions, and ranges of descending fields', async () => {
    await things.createIndex({ type: 1, n: -1 });
    await things.insertMany(Array.from({ length: 2000 }, (_, at) => ({ type: 'x', n: (at * 7919) % 2000 })));
    const found = async (way: 1 | -1) => {
      const list = await things
        .find({ type: 'x', n: { $gt: 499, $lt: 505 } })
        .sort({ n: way })
        .toArray();
      return list.map((doc) => doc.n);
    };
    expect(await found(1)).toEqual([500, 501, 502, 503, 504]);
    expect(await found(-1)).toEqual([504, 503, 502, 501, 500]);
  });
});
