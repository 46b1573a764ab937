import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Connection, mongo } from 'mongoose';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { BUCKET, chunkModel, fileModel } from './file-model.ts';
import { uploadModel } from './upload-model.ts';

const fileSchema = z.object({
  length: z.number(),
  metadata: z.object({ owner: z.string().nullable(), sha256: z.string(), type: z.string() }),
});

/** A stored file, and its content from the start. */
export interface OpenFile {
  /** Its owner; null for a file whose form was not submitted yet. */
  readonly owner: string | null;
  readonly size: number;
  /** SHA-256 of the content as received, in hex. */
  readonly sha256: string;
  /** Its media type, as detected from its content. */
  readonly type: string;
  /** Fails with `files.damaged` if the content is not what was stored. Read once. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** Files in the database. All waits are limited by the connection's own timeouts. */
export interface FileRepository {
  /** A new id, marked as in progress until an instant: anything not settled by then is swept. */
  begin(owner: string | null, until: Date): Promise<string>;
  /** Stores the content under an id; also fails as the content does, and then leaves nothing behind. */
  write(id: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Records what was stored, and returns the id it is kept under: a different one if the owner already has the same content. */
  finish(id: string, facts: { owner: string | null; sha256: string; type: string }): Promise<string>;
  /** Null if it does not exist, or is not finished. */
  open(id: string): Promise<OpenFile | null>;
  /** Its owner holds it: it is no longer in progress. */
  settle(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Files that should have been settled by now, longest overdue first. */
  overdue(now: Date, limit: number): Promise<readonly { readonly id: string; readonly owner: string | null }[]>;
}

/** Chunks read ahead: a chunk has 255 kB, and a whole file must never be held in memory. */
const PIECES = 4;

/** Files in GridFS (https://www.mongodb.com/docs/manual/core/gridfs/), so that one database holds everything. */
export function createFileRepository(connection: Connection): FileRepository {
  const files = fileModel(connection);
  const chunks = chunkModel(connection);
  const uploads = uploadModel(connection);
  const bucket = () => {
    if (!connection.db) throw new AppError('storage.unreachable');
    return new mongo.GridFSBucket(connection.db, { bucketName: BUCKET });
  };

  async function remove(id: string): Promise<void> {
    const oid = new mongo.ObjectId(id);
    await files.deleteOne({ _id: oid });
    await chunks.deleteMany({ files_id: oid });
    await uploads.deleteOne({ _id: id });
  }

  async function* read(id: string, size: number): AsyncGenerator<Uint8Array> {
    let at = 0;
    let length = 0;
    const pieces = chunks
      .find({ files_id: new mongo.ObjectId(id) })
      .sort({ n: 1 })
      .lean();
    for await (const { n, data } of pieces.cursor({ batchSize: PIECES })) {
      const piece = bytesOf(data);
      length += piece.length;
      if (n !== at || length > size) throw new AppError('files.damaged', { id });
      at += 1;
      yield piece;
    }
    if (length !== size) throw new AppError('files.damaged', { id });
  }

  return {
    async begin(owner, until) {
      const id = new mongo.ObjectId().toHexString();
      await uploads.insertOne({ _id: id, kind: 'upload', owner, until });
      return id;
    },
    async write(id, content) {
      const target = bucket().openUploadStreamWithId(new mongo.ObjectId(id), id, { metadata: { key: id } });
      try {
        await pipeline(Readable.from(content, { objectMode: false }), target);
      } catch (error) {
        await remove(id);
        throw error;
      }
    },
    async finish(id, { owner, sha256, type }) {
      const key = owner === null ? id : `${owner}/${sha256}`;
      try {
        await files.updateOne({ _id: new mongo.ObjectId(id) }, { $set: { metadata: { key, owner, sha256, type } } });
        return id;
      } catch (error) {
        if (!(error instanceof mongo.MongoServerError) || error.code !== 11000) throw error;
        await remove(id);
        const same = await files.findOne({ 'metadata.key': key }).lean();
        if (!same) throw new AppError('files.vanished', { id }, error);
        return same._id.toHexString();
      }
    },
    async open(id) {
      if (!mongo.ObjectId.isValid(id)) return null;
      const found = fileSchema.safeParse(await files.findOne({ _id: new mongo.ObjectId(id) }).lean());
      if (!found.success) return null;
      const { length: size, metadata } = found.data;
      return { size, ...metadata, content: read(id, size) };
    },
    async settle(id) {
      await uploads.deleteOne({ _id: id });
    },
    remove,
    async overdue(now, limit) {
      const found = await uploads
        .find({ kind: 'upload', until: { $lte: now } })
        .sort({ until: 1 })
        .limit(limit)
        .lean();
      return found.map(({ _id, owner }) => ({ id: _id, owner: owner ?? null }));
    },
  };
}

/** The driver returns binary data in a class of its own, which mongoose's types do not mention. */
function bytesOf(data: unknown): Uint8Array {
  if (data instanceof mongo.Binary) return data.value();
  if (data instanceof Uint8Array) return data;
  throw new AppError('files.damaged');
}
