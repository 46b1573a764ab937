import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Long, MongoClient, UUID } from 'mongodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbedded } from '../../../src/storage/embedded/start-embedded.ts';
import { command as sendCommand } from './raw-client.ts';

const program = new URL('./serve.js', import.meta.url);

describe('an acknowledged write', () => {
  let dir: string;
  let child: ChildProcess | undefined;

  /** The server in a process of its own, which can be killed as the kernel would. */
  const serve = async (): Promise<string> => {
    child = spawn(process.execPath, [program.pathname, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    if (child.stdout === null) throw new Error('no output');
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return line.toString().trim();
  };
  const kill = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'embedded-'));
  });
  afterEach(async () => {
    await kill();
    await rm(dir, { recursive: true });
  });

  test('survives kill -9, again and again, in the midst of many writers', async () => {
    const acknowledged = new Map<number, number>();
    let next = 0;
    for (let round = 0; round < 3; round += 1) {
      const client = await MongoClient.connect(await serve(), { serverSelectionTimeoutMS: 1_000, retryWrites: false });
      const things = client.db('test').collection<{ _id: number; n: number }>('things');
      const found = new Map((await things.find().toArray()).map((doc) => [doc._id, doc.n]));
      for (const [id, n] of acknowledged) expect(found.get(id)).toBeGreaterThanOrEqual(n);

      const enough = acknowledged.size + 200;
      const writer = async () => {
        for (;;) {
          const id = next;
          next += 1;
          await things.insertOne({ _id: id, n: 1 });
          acknowledged.set(id, 1);
          await things.updateOne({ _id: id }, { $inc: { n: 1 } });
          acknowledged.set(id, 2);
          if (acknowledged.size >= enough) await kill();
        }
      };
      const ends = await Promise.allSettled(Array.from({ length: 8 }, writer));
      expect(ends.every((end) => end.status === 'rejected')).toBe(true);
      await client.close();
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(600);
  }, 60_000);

  test('is safe from a second process on the same folder, which is refused', async () => {
    await serve();
    await expect(startEmbedded({ dataDir: dir })).rejects.toMatchObject({
      code: 'storage.folderInUse',
      params: { dir },
    });
  });

  test('is done once, though the driver asks again after a crash', async () => {
    const lsid = { id: new UUID() };
    const command = {
      findAndModify: 'things',
      query: { _id: 1 },
      update: { $inc: { n: 1 } },
      upsert: true,
      new: true,
      lsid,
      txnNumber: Long.fromNumber(7),
    };
    // Each time on another connection, as a driver does that lost the answer.
    const send = (uri: string) => sendCommand(uri, { ...command, $db: 'test' });
    const first = await serve();
    expect((await send(first)).value).toEqual({ _id: 1, n: 1 });
    expect((await send(first)).value).toEqual({ _id: 1, n: 1 });
    await kill();
    const second = await serve();
    expect((await send(second)).value).toEqual({ _id: 1, n: 1 });
    const client = await MongoClient.connect(second);
    expect(await client.db('test').collection('things').findOne()).toEqual({ _id: 1, n: 1 });
    await client.close();
  });
});
