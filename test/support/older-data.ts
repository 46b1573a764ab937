import { createHash } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EJSON } from 'bson';
import { MongoClient, type Sort } from 'mongodb';

/** The folder of data written by an earlier commit, described in its `README.md`. */
const OLDER_DATA = new URL('../fixtures/older-data/', import.meta.url);

/** Copies the older data to a new folder. */
export async function copyOlderData(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'qmbot-older-'));
  await cp(new URL('folder/', OLDER_DATA), folder, { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** A server's answers for a collection: how many documents, a hash of them all, and of their order by each index. */
export interface Answers {
  readonly count: number;
  readonly documents: string;
  readonly orders: Readonly<Record<string, string>>;
}

/** The hash the fixture uses for an answer or for files on disk. */
export const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

const digest = (value: unknown) => shortHash(EJSON.stringify(value, { relaxed: false }));

/** Queries a server for everything in these databases, by collection. */
export async function askForAll(uri: string, databases: readonly string[]): Promise<Record<string, Answers>> {
  const client = await MongoClient.connect(uri);
  const answers: Record<string, Answers> = {};
  try {
    for (const name of databases) {
      for (const collection of await client.db(name).collections()) {
        const indexes = await collection.indexes();
        const orders: Record<string, string> = {};
        for (const { key } of indexes) {
          const sort = { ...key, ...('_id' in key ? {} : { _id: 1 }) } as Sort;
          const ids = await collection.find({}, { projection: { _id: 1 }, sort }).toArray();
          orders[JSON.stringify(key)] = digest(ids);
        }
        const documents = await collection.find({}, { sort: { _id: 1 } }).toArray();
        const count = await collection.countDocuments({});
        if (count > 0)
          answers[`${name}.${collection.collectionName}`] = { count, documents: digest(documents), orders };
      }
    }
  } finally {
    await client.close();
  }
  return answers;
}
