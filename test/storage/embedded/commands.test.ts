import { type Collection, type Document, Int32, Long, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, planStages, type TestDatabase } from '../../support/database.ts';

const manual = 'https://www.mongodb.com/docs/manual/reference';

describe('a command', () => {
  let database: TestDatabase;
  let client: MongoClient;
  let things: Collection<Document>;
  const numbers = (count: number): Document[] => Array.from({ length: count }, (_, n) => ({ _id: n, n }));

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

  describe('find', () => {
    it(`sorts and limits (${manual}/method/cursor.sort/)`, async () => {
      await things.insertMany(numbers(10));
      const found = await things.find().sort({ n: -1 }).limit(3).toArray();
      expect(found.map((doc) => doc.n)).toEqual([9, 8, 7]);
    });

    it(`skips, then limits (${manual}/method/cursor.skip/)`, async () => {
      await things.insertMany(numbers(10));
      const page = (skip: number, limit: number) => things.find().sort({ n: 1 }).skip(skip).limit(limit).toArray();
      expect((await page(3, 2)).map((doc) => doc.n)).toEqual([3, 4]);
      expect((await page(8, 0)).map((doc) => doc.n)).toEqual([8, 9]);
      expect(await page(10, 2)).toEqual([]);
      await expect(page(-1, 2)).rejects.toMatchObject({ code: 2 });
    });

    it(`sorts values of different types in BSON's order (${manual}/bson-type-comparison-order/)`, async () => {
      const inOrder = [
        null,
        -1,
        2.5,
        Long.fromString('9007199254740993'),
        '',
        'a',
        'ab',
        { a: 1 },
        { a: 2 },
        false,
        true,
        new Date(0),
      ];
      await things.insertMany(inOrder.map((v, at) => ({ _id: at, v })).toReversed() as Document[]);
      const ids = async (way: 1 | -1) => (await things.find().sort({ v: way }).toArray()).map((doc) => doc._id);
      expect(await ids(1)).toEqual([...inOrder.keys()]);
      expect(await ids(-1)).toEqual([...inOrder.keys()].toReversed());
    });

    it(`sorts an array by its least element, or its greatest when descending (${manual}/method/cursor.sort/)`, async () => {
      await things.insertMany([
        { _id: 1, a: [5, 1] },
        { _id: 2, a: [2, 3] },
        { _id: 3, a: [] },
      ] as Document[]);
      const ids = async (way: 1 | -1) => (await things.find().sort({ a: way }).toArray()).map((doc) => doc._id);
      expect(await ids(1)).toEqual([3, 1, 2]);
      expect(await ids(-1)).toEqual([1, 2, 3]);
    });

    it.each<[Document, Document]>([
      [{ a: 1 }, { _id: 1, a: { b: 1, c: 2 } }],
      [{ a: 1, _id: 0 }, { a: { b: 1, c: 2 } }],
      [{ 'a.b': 1 }, { _id: 1, a: { b: 1 } }],
      [{ 'l.x': 1 }, { _id: 1, l: [{ x: 1 }, {}] }],
      [{ _id: 1 }, { _id: 1 }],
    ])(
      `projects %j (https://www.mongodb.com/docs/manual/tutorial/project-fields-from-query-results/)`,
      async (projection, gives) => {
        await things.insertOne({ s: '中', a: { b: 1, c: 2 }, l: [{ x: 1, y: 2 }, 5, { y: 3 }], _id: 1 } as Document);
        const found = await things.find({}, { projection }).toArray();
        expect(found).toEqual([gives]);
        expect(Object.keys(found[0] ?? {})).toEqual(Object.keys(gives));
      },
    );

    it(`gives large results in batches (${manual}/command/getMore/)`, async () => {
      await things.insertMany(numbers(250));
      expect(await things.find().batchSize(7).toArray()).toHaveLength(250);
      const cursor = things.find().batchSize(2);
      await cursor.next();
      await cursor.close();
      await expect(things.db.command({ getMore: Long.fromNumber(4711), collection: 'things' })).rejects.toMatchObject({
        code: 43,
      });
    });
  });

  it(`counts what a filter finds, and all (${manual}/method/db.collection.countDocuments/)`, async () => {
    expect(await things.countDocuments()).toBe(0);
    await things.insertMany(numbers(10));
    expect(await things.countDocuments()).toBe(10);
    expect(await things.countDocuments({ n: { $gt: 3 } })).toBe(6);
    expect(await things.countDocuments({ n: 11 })).toBe(0);
  });

  describe('insert and delete', () => {
    it(`stop at the first error when ordered, else go on (${manual}/command/insert/)`, async () => {
      const documents = () => [{ _id: 1 }, { _id: 1 }, { _id: 2 }] as Document[];
      await expect(things.insertMany(documents())).rejects.toMatchObject({ code: 11000 });
      expect(await things.countDocuments()).toBe(1);
      await expect(things.insertMany(documents(), { ordered: false })).rejects.toMatchObject({ code: 11000 });
      expect(await things.countDocuments()).toBe(2);
    });

    it(`delete one or all (${manual}/command/delete/)`, async () => {
      await things.insertMany(numbers(5));
      expect(await things.deleteOne({ n: { $gt: 1 } })).toMatchObject({ deletedCount: 1 });
      expect(await things.deleteMany({})).toMatchObject({ deletedCount: 4 });
    });

    it('keep the type of a number', async () => {
      await things.insertOne({ _id: 1, long: Long.fromNumber(5), int: new Int32(5), double: 0.5 } as Document);
      await things.updateOne({}, { $inc: { int: 1 } });
      const found = await things.findOne({}, { promoteValues: false, promoteLongs: false });
      expect(Long.isLong(found?.long)).toBe(true);
      expect(String(found?.int)).toBe('6');
    });
  });

  describe('findAndModify', () => {
    beforeEach(async () => {
      await things.insertMany(numbers(3));
    });

    it(`answers the document as it was, or as it is, by a sort (${manual}/command/findAndModify/)`, async () => {
      const update = { $inc: { n: 10 } };
      expect(await things.findOneAndUpdate({}, update, { sort: { n: -1 } })).toEqual({ _id: 2, n: 2 });
      const options = { sort: { n: 1 }, returnDocument: 'after' } as const;
      expect(await things.findOneAndUpdate({}, update, options)).toEqual({ _id: 0, n: 10 });
      expect(await things.findOneAndUpdate({ n: 99 }, update)).toBeNull();
    });

    it('inserts if asked, and says so', async () => {
      const options = { upsert: true, returnDocument: 'after', includeResultMetadata: true } as const;
      const result = await things.findOneAndUpdate({ _id: 7 as never }, { $set: { n: 7 } }, options);
      expect(result.value).toEqual({ _id: 7, n: 7 });
      expect(result.lastErrorObject).toMatchObject({ n: 1, updatedExisting: false, upserted: 7 });
    });
  });

  describe('an index', () => {
    it(`is made once, under one name (${manual}/command/createIndexes/)`, async () => {
      expect(await things.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
      expect(await things.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
      await expect(things.createIndex({ a: 1 }, { name: 'a_1_b_-1' })).rejects.toMatchObject({ code: 86 });
      await expect(things.createIndex({ a: 1, b: -1 }, { name: 'other' })).rejects.toMatchObject({ code: 85 });
    });

    it(`is listed, once its collection is there (${manual}/command/listIndexes/)`, async () => {
      await expect(things.listIndexes().toArray()).rejects.toMatchObject({ code: 26 });
      await things.createIndex({ a: 1, b: -1 }, { unique: true });
      expect(await things.listIndexes().toArray()).toMatchObject([
        { v: 2, key: { _id: 1 }, name: '_id_' },
        { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1', unique: true },
      ]);
    });

    it(`that is unique answers a duplicate with its key (https://www.mongodb.com/docs/manual/core/index-unique/)`, async () => {
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

    it('that is unique is not made over duplicates', async () => {
      await things.insertMany([{ a: 1 }, { a: 1 }]);
      await expect(things.createIndex({ a: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
      await things.insertOne({ a: 1 });
      expect(await things.countDocuments({ a: 1 })).toBe(3);
    });

    it(`over an array holds each of its elements (https://www.mongodb.com/docs/manual/core/indexes/index-types/index-multikey/)`, async () => {
      await things.createIndex({ a: 1, b: 1 }, { unique: true });
      await things.insertMany([
        { a: 1, b: [1, 2] },
        { a: 1, b: [3] },
      ]);
      await expect(things.insertOne({ a: 1, b: [2, 4] })).rejects.toMatchObject({ code: 11000 });
      expect(await things.countDocuments({ a: 1, b: 4 })).toBe(0);
      await expect(things.insertOne({ a: [1, 2], b: [5, 6] })).rejects.toMatchObject({ code: 171 });
    });

    it(`over an array gives the order of what follows it, once its field is fixed (${manual}/method/cursor.sort/)`, async () => {
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
      expect((await explained({ tags: { $in: ['m1', 'all'] } })).stages).toContain('SORT');
      expect(await find({ tags: { $in: ['m1', 'all'] } }).toArray()).toHaveLength(60);
      // The rarest of all wanted values leads.
      expect(await explained({ tags: { $all: ['all', 'few'] } })).toEqual({ stages: ['FETCH', 'IXSCAN'], looked: 2 });
      expect((await things.find({ tags: 'all' }).sort({ tags: 1 }).explain('queryPlanner')).queryPlanner).toMatchObject(
        {
          winningPlan: { stage: 'SORT' },
        },
      );
      await things.updateOne({ n: 60 }, { $set: { tags: ['m1'] } });
      expect(await things.countDocuments({ tags: 'few' })).toBe(1);
      expect(await things.countDocuments({ tags: 'm1' })).toBe(21);
    });

    it('counts what it answers to the letter as a test of each document does', async () => {
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

    it(`is told by explain, and so is a scan of everything (${manual}/command/explain/)`, async () => {
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

    it('gives the order of a sort in both directions, and ranges of descending fields', async () => {
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
});
