import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

  it('keeps documents and indexes from one start to the next', async () => {
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

  it('refuses a folder that another server has open, and says which', async () => {
    await start(dir);
    await expect(start(dir)).rejects.toMatchObject({ code: 'storage.folderInUse', params: { dir } });
  });

  it('refuses a port that is taken', async () => {
    const { port } = await start(null);
    await expect(start(null, port)).rejects.toMatchObject({ code: 'storage.startFailed', params: { port } });
  });
});
