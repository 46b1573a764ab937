import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAll } from '../../src/cli/verify.ts';
import { createFileRepository } from '../../src/files/file-repository.ts';
import { createFileStore } from '../../src/files/file-store.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { createRegistry } from '../../src/records/registry.ts';
import { createRecordRepository } from '../../src/records/store/record-repository.ts';
import { type Embedded, startEmbedded } from '../../src/storage/embedded/start-embedded.ts';
import { ensureIndexes } from '../../src/storage/ensure-indexes.ts';
import { movedClock } from '../support/moved-clock.ts';
import { askForAll, copyOlderData, shortHash } from '../support/older-data.ts';
import { readFolder, sendPlainWrites } from '../support/plain-writes.ts';

const fixture = async (name: string) =>
  JSON.parse(await readFile(new URL(`../fixtures/older-data/${name}`, import.meta.url), 'utf8'));

describe('a data folder of an earlier version', () => {
  let older: Awaited<ReturnType<typeof copyOlderData>>;
  let server: Embedded;
  let names: string[];
  let answers: Record<string, { count: number }>;

  beforeAll(async () => {
    answers = await fixture('answers.json');
    names = [...new Set(Object.keys(answers).map((name) => name.slice(0, name.indexOf('.'))))];
    older = await copyOlderData();
    server = await startEmbedded({ dataDir: older.folder });
  });
  afterAll(async () => {
    await server.stop();
    await older.remove();
  });

  test('answers every document, and each index its order, as the version that wrote it', async () => {
    expect(await askForAll(server.uri, names)).toEqual(answers);
  });

  test('has records that are read through their schemas, their histories whole', async () => {
    let records = 0;
    for (const dbName of names) {
      const connection = await mongoose.createConnection(server.uri, { dbName }).asPromise();
      await ensureIndexes(connection);
      const registry = createRegistry(recordTypes);
      const files = createFileStore(createFileRepository(connection), movedClock('2026-12-01T00:00:00Z'));
      const found = await verifyAll(createRecordRepository(connection, registry), files, registry);
      expect(found.faults).toEqual([]);
      records += found.records;
      await connection.close();
    }
    const written = Object.entries(answers).filter(([name]) => name.endsWith('.records'));
    expect(records).toBe(written.reduce((sum, [, { count }]) => sum + count, 0));
  });

  test('keeps its form: the same writes lie on disk as the earlier version left them', async () => {
    const folder = join(older.folder, 'plain');
    const plain = await startEmbedded({ dataDir: folder });
    await sendPlainWrites(plain.uri);
    await plain.stop();
    const left = Object.entries(await readFolder(folder)).map(([key, value]) => [key, shortHash(value)]);
    expect(Object.fromEntries(left)).toEqual(await fixture('plain-writes.json'));
  });
});
