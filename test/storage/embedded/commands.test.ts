import { type Collection, type Document, Double, Int32, Long, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

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
    test(`sorts and limits (${manual}/method/cursor.sort/)`, async () => {
      await things.insertMany(numbers(10));
      const found = await things.find().sort({ n: -1 }).limit(3).toArray();
      expect(found.map((doc) => doc.n)).toEqual([9, 8, 7]);
    });

    test(`skips, then limits (${manual}/method/cursor.skip/)`, async () => {
      await things.insertMany(numbers(10));
      const page = (skip: number, limit: number) => things.find().sort({ n: 1 }).skip(skip).limit(limit).toArray();
      expect((await page(3, 2)).map((doc) => doc.n)).toEqual([3, 4]);
      expect((await page(8, 0)).map((doc) => doc.n)).toEqual([8, 9]);
      expect(await page(10, 2)).toEqual([]);
      await expect(page(-1, 2)).rejects.toMatchObject({ code: 2 });
    });

    test(`sorts values of different types in BSON's order (${manual}/bson-type-comparison-order/)`, async () => {
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

    test(`sorts an array by its least element, or its greatest when descending (${manual}/method/cursor.sort/)`, async () => {
      await things.insertMany([
        { _id: 1, a: [5, 1] },
        { _id: 2, a: [2, 3] },
        { _id: 3, a: [] },
      ] as Document[]);
      const ids = async (way: 1 | -1) => (await things.find().sort({ a: way }).toArray()).map((doc) => doc._id);
      expect(await ids(1)).toEqual([3, 1, 2]);
      expect(await ids(-1)).toEqual([1, 2, 3]);
    });

    test.each<[Document, Document]>([
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

    test('gives each document once, however it moves in the order of the sort between two batches', async () => {
      await things.createIndex({ n: 1 });
      await things.insertMany(numbers(200));
      const seen: unknown[] = [];
      for await (const { _id } of things.find({ n: { $gte: 0 } }, { sort: { n: 1 }, batchSize: 20 })) {
        seen.push(_id);
        if (seen.length <= 100) await things.updateOne({ _id }, { $inc: { n: 5000 } });
      }
      expect(seen).toEqual(numbers(200).map(({ _id }) => _id));
    });

    test(`gives large results in batches (${manual}/command/getMore/)`, async () => {
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

  test(`counts what a filter finds, and all (${manual}/method/db.collection.countDocuments/)`, async () => {
    expect(await things.countDocuments()).toBe(0);
    await things.insertMany(numbers(10));
    expect(await things.countDocuments()).toBe(10);
    expect(await things.countDocuments({ n: { $gt: 3 } })).toBe(6);
    expect(await things.countDocuments({ n: 11 })).toBe(0);
  });

  test('counts no further than a limit (https://www.mongodb.com/docs/manual/reference/operator/aggregation/limit/)', async () => {
    await things.createIndex({ even: 1 });
    await things.insertMany(numbers(10).map((doc) => ({ ...doc, even: Number(doc.n) % 2 === 0, tags: ['a', 'b'] })));
    for (const filter of [{}, { even: true }, { n: { $gte: 5 } }, { even: true, n: { $gte: 0 } }]) {
      expect(await things.countDocuments(filter, { limit: 4 })).toBe(4);
      expect(await things.countDocuments(filter, { limit: 11 })).toBe(await things.countDocuments(filter));
    }
    expect(await things.countDocuments({ n: 11 }, { limit: 4 })).toBe(0);
    await expect(things.countDocuments({}, { limit: 0 })).rejects.toMatchObject({ code: 15958 });
  });

  describe('insert and delete', () => {
    test(`stop at the first error when ordered, else go on (${manual}/command/insert/)`, async () => {
      const documents = () => [{ _id: 1 }, { _id: 1 }, { _id: 2 }] as Document[];
      await expect(things.insertMany(documents())).rejects.toMatchObject({ code: 11000 });
      expect(await things.countDocuments()).toBe(1);
      await expect(things.insertMany(documents(), { ordered: false })).rejects.toMatchObject({ code: 11000 });
      expect(await things.countDocuments()).toBe(2);
    });

    test(`delete one or all (${manual}/command/delete/)`, async () => {
      await things.insertMany(numbers(5));
      expect(await things.deleteOne({ n: { $gt: 1 } })).toMatchObject({ deletedCount: 1 });
      expect(await things.deleteMany({})).toMatchObject({ deletedCount: 4 });
    });

    test('keep the type of a number', async () => {
      const document = { _id: 1, long: Long.fromNumber(5), int: new Int32(5), whole: new Double(5), double: 0.5 };
      await things.insertOne(document as Document);
      await things.updateOne({}, { $inc: { int: 1 } });
      const found = await things.findOne({}, { promoteValues: false, promoteLongs: false });
      expect(Long.isLong(found?.long)).toBe(true);
      expect(String(found?.int)).toBe('6');
      expect(found?.whole).toEqual(new Double(5));
      expect(await things.countDocuments({ whole: 5, long: { $lte: 5 }, double: { $lt: 1 } })).toBe(1);
    });
  });

  describe('findAndModify', () => {
    beforeEach(async () => {
      await things.insertMany(numbers(3));
    });

    test(`answers the document as it was, or as it is, by a sort (${manual}/command/findAndModify/)`, async () => {
      const update = { $inc: { n: 10 } };
      expect(await things.findOneAndUpdate({}, update, { sort: { n: -1 } })).toEqual({ _id: 2, n: 2 });
      const options = { sort: { n: 1 }, returnDocument: 'after' } as const;
      expect(await things.findOneAndUpdate({}, update, options)).toEqual({ _id: 0, n: 10 });
      expect(await things.findOneAndUpdate({ n: 99 }, update)).toBeNull();
    });

    test('inserts if asked, and says so', async () => {
      const options = { upsert: true, returnDocument: 'after', includeResultMetadata: true } as const;
      const result = await things.findOneAndUpdate({ _id: 7 as never }, { $set: { n: 7 } }, options);
      expect(result.value).toEqual({ _id: 7, n: 7 });
      expect(result.lastErrorObject).toMatchObject({ n: 1, updatedExisting: false, upserted: 7 });
    });
  });
});
