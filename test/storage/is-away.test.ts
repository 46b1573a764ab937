import { mongo } from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbedded } from '../../src/storage/embedded/start-embedded.ts';
import { isAway } from '../../src/storage/is-away.ts';

let client: mongo.MongoClient;
beforeAll(async () => {
  const database = await startEmbedded({ dataDir: null });
  client = await mongo.MongoClient.connect(database.uri, { serverSelectionTimeoutMS: 200 });
  await database.stop();
});
afterAll(() => client.close());

const failure = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

test('a command that finds no database is told apart from one that the database rejects, for any command', async () => {
  const notes = client.db('notes').collection<{ _id: number }>('notes');
  for (const work of [
    () => notes.findOne({}),
    () => notes.insertOne({ _id: 1 }),
    () => notes.insertMany([{ _id: 1 }, { _id: 2 }]),
    () => notes.bulkWrite([{ updateOne: { filter: { _id: 1 }, update: { $set: { done: true } } } }]),
  ]) {
    expect(isAway(await failure(work())), work.toString()).toBe(true);
  }
});

test('a key that is taken is no sign of an absence', async () => {
  const database = await startEmbedded({ dataDir: null });
  const other = await mongo.MongoClient.connect(database.uri);
  try {
    const notes = other.db('notes').collection<{ _id: number }>('notes');
    await notes.insertOne({ _id: 1 });
    expect(isAway(await failure(notes.insertMany([{ _id: 1 }])))).toBe(false);
  } finally {
    await other.close();
    await database.stop();
  }
});
