import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { type Collection as Client, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Collection } from '../../../src/storage/embedded/collection.ts';
import { openMemoryStore } from '../../../src/storage/embedded/document-store.ts';
import { startEmbedded } from '../../../src/storage/embedded/start-embedded.ts';
import { compileUpdate } from '../../../src/storage/embedded/update.ts';
import { openTestDatabase, planStages, type TestDatabase } from '../../support/database.ts';

interface Thing {
  _id: number;
  n: number;
  tags: string[];
}

const things = (count: number): Thing[] =>
  Array.from({ length: count }, (_, at) => ({ _id: at, n: (at * 7919) % count, tags: [`t${at % 7}`, `u${at % 11}`] }));

const byNumber = { v: 2, key: { n: 1 }, name: 'n_1', unique: false } as const;

/** A collection with an index that is being built over these documents. */
function building(count: number, unique = false) {
  const collection = new Collection('test.things', '1', openMemoryStore());
  for (const thing of things(count)) collection.insert({ ...thing });
  collection.addIndex({ ...byNumber, unique });
  const index = collection.indexes[1];
  if (index === undefined) throw new Error('no index');
  return { collection, index };
}

describe('an index that is being built', () => {
  test('ends up with what a new one would have, no matter what is written during the build', async () => {
    const write = fc.record({ kind: fc.constantFrom('insert', 'change', 'remove'), at: fc.nat(1199), n: fc.nat(50) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(write, { maxLength: 40 }), { minLength: 3, maxLength: 6 }), async (rounds) => {
        const { collection, index } = building(1200);
        let next = 5000;
        for (const writes of rounds) {
          for (const { kind, at, n } of writes) {
            const [found] = collection.find({ filter: { _id: at } });
            if (kind === 'insert') collection.insert({ _id: next++, n, tags: [] });
            else if (found && kind === 'change')
              collection.change(found, compileUpdate({}, { $set: { n: [n, n + 1] } }));
            else if (found) collection.remove(found);
          }
          await setImmediate();
        }
        await index.building;
        expect(collection.count({ n: { $gte: 0 } })).toBe(collection.size);
        collection.addIndex({ ...byNumber, name: 'again' });
        const again = collection.indexes[2];
        await again?.building;
        expect(index.keys.ids('', '\u0100')).toEqual(again?.keys.ids('', '\u0100'));
      }),
      { numRuns: 30 },
    );
  });

  test('is used by no plan before it has all documents', async () => {
    const { collection, index } = building(2000);
    expect(collection.find({ filter: { n: 5 } }).plan).toBeUndefined();
    expect(collection.count({ n: { $lt: 10 } })).toBe(10);
    await index.building;
    expect(collection.find({ filter: { n: 5 } }).plan?.index).toBe(index);
    expect(collection.count({ n: { $lt: 10 } })).toBe(10);
  });

  test('that is unique is checked at the end: a duplicate written during the build undoes it', async () => {
    const { collection, index } = building(2000, true);
    collection.insert({ _id: 9999, n: 3 });
    await expect(index.building).rejects.toMatchObject({ code: 11000, details: { keyValue: { n: 3 } } });
    expect(collection.indexes).not.toContain(index);

    const second = building(2000, true);
    await second.index.building;
    expect(() => second.collection.insert({ _id: 9999, n: 3 })).toThrow(expect.objectContaining({ code: 11000 }));
  });
});

describe('createIndexes on many documents', () => {
  let database: TestDatabase;
  let client: MongoClient;
  let collection: Client<Thing>;

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
    collection = client.db(database.dbName).collection<Thing>('things');
    await collection.insertMany(things(5000));
  });

  const stages = async () => planStages(await collection.find({ n: 5 }).explain('queryPlanner'));

  test('answers at once, and the index serves when it is built', async () => {
    await collection.createIndex({ n: 1 });
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'n_1']);
    await expect.poll(stages).toContain('IXSCAN');
    expect(await collection.find({ n: 5 }).toArray()).toHaveLength(1);
  });

  test('answers every caller once a unique one is built, and with the duplicate if there is one', async () => {
    await Promise.all([
      collection.createIndex({ n: 1 }, { unique: true }),
      collection.createIndex({ n: 1 }, { unique: true }),
    ]);
    await expect(collection.insertOne({ _id: -1, n: 5, tags: [] })).rejects.toMatchObject({ code: 11000 });

    await collection.updateOne({ _id: 4999 }, { $set: { tags: ['other'] } });
    await expect(collection.createIndex({ tags: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'n_1']);
  });

  test('ends with the database that is dropped', async () => {
    await collection.createIndex({ n: 1 });
    await client.db(database.dbName).dropDatabase();
    await collection.insertOne({ _id: 1, n: 1, tags: [] });
    expect((await collection.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  test('is done again after a start in its midst', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'embedded-'));
    try {
      const first = await startEmbedded({ dataDir: dir });
      const writer = await MongoClient.connect(first.uri);
      const stored = writer.db('a').collection<Thing>('things');
      await stored.insertMany(things(5000));
      await stored.createIndex({ n: 1 });
      const unique = stored.createIndex({ tags: 1 }, { unique: true }).catch((error: Error) => error);
      await first.stop();
      expect(await unique).toBeInstanceOf(Error);
      await writer.close();

      const second = await startEmbedded({ dataDir: dir });
      const reader = await MongoClient.connect(second.uri);
      const found = reader.db('a').collection<Thing>('things');
      expect((await found.indexes()).map(({ name }) => name)).toEqual(['_id_', 'n_1']);
      expect(planStages(await found.find({ n: { $lt: 10 } }).explain('queryPlanner'))).toContain('IXSCAN');
      expect(await found.countDocuments({ n: { $lt: 10 } })).toBe(10);
      await reader.close();
      await second.stop();
    } finally {
      await rm(dir, { recursive: true });
    }
  });
});
