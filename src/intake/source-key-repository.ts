import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { gathered } from '../gather.ts';
import { SECRET_PREFIX } from './signature.ts';
import { sourceKeyModel } from './source-key-model.ts';

/** The name of a source: used in a header, in keys and in the history. */
export const sourceName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

const rowSchema = z.object({
  _id: z.string(),
  source: sourceName,
  secret: z.string(),
  createdAt: z.date(),
  endsAt: z.date().nullable(),
});

/** A key without its secret. */
export interface SourceKey {
  readonly id: string;
  readonly source: string;
  readonly createdAt: Date;
  readonly endsAt: Date | null;
}

/** The keys with which sources sign. */
export interface SourceKeys {
  /** The secrets of a source that are currently in use; none for an unknown source. */
  secretsOf(source: string): Promise<readonly string[]>;
  /** Adds a key beside those in use. Its secret is returned here and never again. */
  add(source: string): Promise<{ readonly id: string; readonly secret: string }>;
  /** Ends a key at an instant. False if the source has no such key in use. */
  end(source: string, id: string, at: Date): Promise<boolean>;
  list(source: string): Promise<readonly SourceKey[]>;
}

/** The keys over a database connection. */
export function createSourceKeys(connection: Connection, clock: Clock): SourceKeys {
  const model = sourceKeyModel(connection);
  const rowsOfAll = async (sources: readonly string[]) => {
    const source = { $in: [...new Set(sources)] };
    return z.array(rowSchema).parse(await model.find({ source }).sort({ createdAt: 1 }).lean());
  };
  // Read for each delivery, so that every process rejects an ended key at once.
  const rowsOf = gathered(async (sources: readonly string[]) => {
    const rows = await rowsOfAll(sources);
    return sources.map((source) => rows.filter((row) => row.source === source));
  });
  return {
    async secretsOf(source) {
      const now = clock.now();
      const rows = await rowsOf(source);
      return rows.filter(({ endsAt }) => endsAt === null || endsAt > now).map(({ secret }) => secret);
    },
    async add(source) {
      const id = `key_${randomBytes(4).toString('hex')}`;
      const secret = SECRET_PREFIX + randomBytes(32).toString('base64');
      await model.insertOne({ _id: id, source, secret, createdAt: clock.now(), endsAt: null });
      return { id, secret };
    },
    async end(source, id, at) {
      const { matchedCount } = await model.updateOne({ _id: id, source, endsAt: null }, { $set: { endsAt: at } });
      return matchedCount === 1;
    },
    async list(source) {
      return (await rowsOf(source)).map(({ _id: id, secret: _kept, ...row }) => ({ id, ...row }));
    },
  };
}
