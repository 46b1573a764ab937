import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Binary, MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDurableStore } from '../../../src/storage/embedded/durable-store.ts';
import { type Embedded, startEmbedded } from '../../../src/storage/embedded/start-embedded.ts';

describe('startEmbedded', () => {
  let dir: string;
  const running: Embedded[] = [];
  const start = async (dataDir: string | null, port = 0) => {
    const server = await startEmbedded({ dataDir, port });
    running.push(server);
    return server;
  };

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'embedded-'));
  });

  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    await rm(dir, { recursive: true });
  });

  test('keeps documents and indexes from one start to the next', async () => {
    const first = await start(join(dir, 'made/when/missing'));
    const client = await MongoClient.connect(first.uri);
    await client.db('a').collection('b').createIndex({ n: 1 }, { unique: true });
    await client.db('a').collection<{ n: number }>('b').insertOne({ n: 1 });
    await client.close();
    await first.stop();

    const second = await start(join(dir, 'made/when/missing'));
    const again = await MongoClient.connect(second.uri);
    const documents = again.db('a').collection<{ n: number }>('b');
    expect(await documents.find().project({ _id: 0, n: 1 }).toArray()).toEqual([{ n: 1 }]);
    await expect(documents.insertOne({ n: 1 })).rejects.toMatchObject({ code: 11000 });
    await again.close();
  });

  test('reads no file at a start, and yet gives each as it was', async () => {
    const first = await start(dir);
    const piece = { file: 'photo.jpg', n: 0, data: new Binary(Buffer.alloc(200_000, 'piece')) };
    const client = await MongoClient.connect(first.uri);
    const pieces = client.db('a').collection('pieces');
    await pieces.createIndex({ file: 1, n: 1 }, { unique: true });
    await pieces.insertMany([{ ...piece }, { ...piece, n: 1 }, { ...piece, n: 2 }, { ...piece, n: 3 }]);
    await pieces.updateOne({ file: 'photo.jpg', n: 1 }, { $set: { data: new Binary(Buffer.from('short')) } });
    await pieces.deleteOne({ file: 'photo.jpg', n: 2 });
    await client.close();
    await first.stop();

    const before = await openDurableStore(dir);
    for await (const [key, bytes] of before.entries())
      expect({ key, small: bytes.length < 1000 }).toMatchObject({ small: true });
    await before.close();

    const second = await start(dir);
    const again = await MongoClient.connect(second.uri);
    const found = await again.db('a').collection('pieces').find({ file: 'photo.jpg' }).sort({ n: 1 }).toArray();
    expect(found.map(({ n, data }) => [n, Buffer.from(data.buffer).toString()])).toEqual([
      [0, 'piece'.repeat(40_000)],
      [1, 'short'],
      [3, 'piece'.repeat(40_000)],
    ]);
    await expect(again.db('a').collection('pieces').insertOne({ file: 'photo.jpg', n: 0 })).rejects.toMatchObject({
      code: 11000,
    });
    await again.close();
  });

  test('refuses a folder that another server has open, and says which', async () => {
    await start(dir);
    await expect(start(dir)).rejects.toMatchObject({ code: 'storage.folderInUse', params: { dir } });
  });

  test('refuses a port that is taken', async () => {
    const { port } = await start(null);
    await expect(start(null, port)).rejects.toMatchObject({ code: 'storage.startFailed', params: { port } });
  });
});
