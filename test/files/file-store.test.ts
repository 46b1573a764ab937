import { createHash, randomBytes } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chunkModel, fileModel } from '../../src/files/file-model.ts';
import { createFileRepository } from '../../src/files/file-repository.ts';
import { createFileStore, type FileRequest, type FileStore } from '../../src/files/file-store.ts';
import { uploadModel } from '../../src/files/upload-model.ts';
import { fileKinds } from '../../src/org/file-kinds.ts';
import { ensureIndexes } from '../../src/storage/ensure-indexes.ts';
import { openTestDatabase, planStages, type TestDatabase } from '../support/database.ts';
import { movedClock } from '../support/moved-clock.ts';
import { piecesOf, samples } from './samples.ts';

const MB = 1024 * 1024;
const HOUR = 3_600_000;

describe('the file store', () => {
  let database: TestDatabase;
  let connection: Connection;
  let store: FileStore;
  const clock = movedClock('2026-03-04T02:00:00Z');
  const wish: FileRequest = { owner: 'r1', name: 'a.jpg', mostBytes: 25 * MB, kinds: fileKinds, lingersMs: HOUR };
  const photo = (size: number) => Buffer.concat([samples.jpeg, randomBytes(size - samples.jpeg.length)]);
  const left = async () => ({
    files: await fileModel(connection).countDocuments(),
    chunks: await chunkModel(connection).countDocuments(),
    uploads: await uploadModel(connection).countDocuments(),
  });
  const nothing = { files: 0, chunks: 0, uploads: 0 };

  async function read(id: string): Promise<Buffer> {
    const file = await store.open(id);
    if (!file) throw new Error('no file');
    const pieces: Uint8Array[] = [];
    for await (const piece of file.content) pieces.push(piece);
    return Buffer.concat(pieces);
  }
  async function put(content: Uint8Array, more: Partial<FileRequest> = {}) {
    const stored = await store.put(piecesOf(content), { ...wish, ...more });
    if (!stored.stored) throw new Error(`refused: ${stored.reason}`);
    return stored;
  }

  beforeAll(async () => {
    database = await openTestDatabase();
    connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
    store = createFileStore(createFileRepository(connection), clock);
  });
  afterAll(async () => {
    await connection.close();
    await database.stop();
  });
  beforeEach(async () => {
    await connection.dropDatabase();
    await ensureIndexes(connection);
  });

  test('keeps a content as it came, with its hash, size and type', async () => {
    const content = photo(3 * MB + 17);
    const stored = await put(content);
    expect(stored).toMatchObject({
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      type: 'image/jpeg',
    });
    expect((await read(stored.id)).equals(content)).toBe(true);
    expect(await store.open(stored.id)).toMatchObject({ size: content.length, type: 'image/jpeg' });
  });

  test('takes 25 MB exactly, and not a byte more', async () => {
    const most = photo(25 * MB);
    expect(await put(most)).toMatchObject({ size: 25 * MB });
    const over = Buffer.concat([most, Buffer.of(0)]);
    expect(await store.put(piecesOf(over), wish)).toEqual({ stored: false, reason: 'tooLarge' });
    expect(await left()).toMatchObject({ files: 1, uploads: 1 });
  });

  test.each([
    ['nothing', Buffer.alloc(0), {}, 'empty'],
    ['a program', samples.exe, {}, 'type'],
    ['what the organisation does not allow', samples.zip, { kinds: ['picture'] }, 'type'],
    ['what is larger than its beginning may be', photo(MB), { mostBytes: 1000 }, 'tooLarge'],
  ] as const)('refuses %s, and keeps nothing of it', async (_what, content, more, reason) => {
    expect(await store.put(piecesOf(content), { ...wish, ...more })).toEqual({ stored: false, reason });
    expect(await left()).toEqual(nothing);
  });

  test('stops reading what it refuses', async () => {
    let read = 0;
    let closed = false;
    async function* endless() {
      try {
        yield samples.jpeg;
        for (;;) {
          read += MB;
          yield Buffer.alloc(MB);
        }
      } finally {
        closed = true;
      }
    }
    expect(await store.put(endless(), { ...wish, mostBytes: 2 * MB })).toEqual({ stored: false, reason: 'tooLarge' });
    expect({ closed, little: read <= 4 * MB }).toEqual({ closed: true, little: true });
  });

  test('keeps the same content once for each owner, even when it comes twice at once', async () => {
    const content = photo(MB);
    const [first, second] = await Promise.all([put(content), put(content, { name: 'other.jpg' })]);
    expect(second.id).toBe(first.id);
    const other = await put(content, { owner: 'r2' });
    expect(other.id).not.toBe(first.id);
    expect(await left()).toMatchObject({ files: 2, uploads: 2 });
    expect((await read(first.id)).equals(content)).toBe(true);
  });

  test('leaves nothing of a content that breaks off', async () => {
    async function* broken() {
      yield photo(MB);
      throw new Error('connection lost');
    }
    await expect(store.put(broken(), wish)).rejects.toThrow('connection lost');
    expect(await left()).toEqual(nothing);
  });

  test('finds nothing under an id of nobody, and nothing half stored', async () => {
    expect(await store.open('no id')).toBeNull();
    expect(await store.open('0'.repeat(24))).toBeNull();
    const half = await createFileRepository(connection).begin('r1', clock.now());
    expect(await store.open(half)).toBeNull();
  });

  test('tells when the content is not what was stored', async () => {
    const { id } = await put(photo(MB));
    await chunkModel(connection).collection.deleteOne({ n: 2 });
    await expect(read(id)).rejects.toMatchObject({ code: 'files.damaged' });
  });

  describe('the sweep', () => {
    const holds = (held: readonly string[]) => async (_owner: string, id: string) => held.includes(id);

    test('removes what a crash left, when it is surely not under way any more', async () => {
      const repository = createFileRepository(connection);
      const half = await repository.begin('r1', new Date(clock.now().getTime() + HOUR));
      await repository.write(half, piecesOf(photo(MB)));
      const { id } = await put(photo(MB));
      expect(await store.sweep(holds([id]))).toBe(0);
      clock.advance(HOUR + 1);
      expect(await store.sweep(holds([id]))).toBe(1);
      expect(await left()).toEqual({ files: 1, chunks: 5, uploads: 0 });
      expect(await store.open(id)).not.toBeNull();
    });

    test('leaves alone what was settled', async () => {
      const { id } = await put(photo(MB));
      await store.settle(id);
      clock.advance(HOUR + 1);
      expect(await store.sweep(holds([]))).toBe(0);
      expect(await store.open(id)).not.toBeNull();
    });

    test('removes what was never submitted, no matter who asks', async () => {
      await put(samples.png, { owner: null });
      clock.advance(HOUR + 1);
      expect(await store.sweep(holds([]))).toBe(1);
      expect(await left()).toEqual(nothing);
    });
  });

  test('looks for nothing by a scan', async () => {
    const queries = [
      uploadModel(connection)
        .find({ kind: 'upload', until: { $lte: clock.now() } })
        .sort({ until: 1 }),
      fileModel(connection).find({ 'metadata.key': 'r1/x' }),
      chunkModel(connection).find({ files_id: new mongoose.Types.ObjectId() }).sort({ n: 1 }),
    ];
    for (const query of queries) {
      const stages = planStages(await query.lean().explain('queryPlanner'));
      expect(stages).toContain('IXSCAN');
      expect(stages).not.toContain('SORT');
    }
  });
});
