import { Binary, type Collection, type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

const manual = 'https://www.mongodb.com/docs/manual/reference';

describe('collections', () => {
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

  test(`ping answers (${manual}/command/ping/)`, async () => {
    expect(await things.db.admin().ping()).toMatchObject({ ok: 1 });
  });

  test(`makes and lists collections, and drops a database (${manual}/command/listCollections/)`, async () => {
    await things.db.createCollection('made');
    await things.insertOne({});
    const names = async (filter = {}) =>
      (await things.db.listCollections(filter, { nameOnly: true }).toArray()).map((one) => one.name);
    expect((await names()).toSorted()).toEqual(['made', 'things']);
    expect(await names({ name: 'made' })).toEqual(['made']);
    await things.db.dropDatabase();
    expect(await names()).toEqual([]);
    expect(await things.countDocuments()).toBe(0);
  });

  test('keeps documents that carry files', async () => {
    const pieces = Array.from({ length: 20 }, (_, n) => Buffer.alloc(255 * 1024, `piece ${n}`));
    await things.createIndex({ file: 1, n: 1 }, { unique: true });
    await things.insertMany(pieces.map((data, n) => ({ file: 'photo.jpg', n, data: new Binary(data) })));
    const found = await things.find({ file: 'photo.jpg' }).sort({ n: 1 }).toArray();
    const content = Buffer.concat(found.map(({ data }) => (data as Binary).buffer));
    expect(content.equals(Buffer.concat(pieces))).toBe(true);
    expect(await things.deleteMany({ file: 'photo.jpg' })).toMatchObject({ deletedCount: 20 });
  });
});
