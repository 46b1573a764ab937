import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, MongoClient } from 'mongodb';
import { orgFor } from '../flows/org-for.ts';
import { openSlack } from '../flows/slack-seats.ts';
import { movedClock } from '../support/moved-clock.ts';
import { bundleBot } from './bundle-bot.ts';
import { type DatabaseProcess, startDatabase } from './database-process.ts';

/** What all runs of a test stand on: a database process, the bot's program, an organisation. */
export interface Ground {
  /** The database process of the moment. */
  database(): DatabaseProcess;
  readonly client: MongoClient;
  readonly program: string;
  readonly orgFile: string;
  /** Starts the database again where it stood, after it was killed. */
  restartDatabase(): Promise<void>;
  clear(): Promise<void>;
}

/** Prepares the ground. */
export async function prepareGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'qmbot-crash-'));
  const orgFile = join(folder, 'org.yaml');
  const { slack, seats } = await openSlack(movedClock('2026-11-23T01:00:00Z'));
  await slack.close();
  await writeFile(orgFile, await orgFor(() => seats, [seats], ['findings', 'digest', 'service']));
  const dataDir = join(folder, 'data');
  let database = await startDatabase(dataDir);
  const client = await MongoClient.connect(database.uri);
  return {
    database: () => database,
    client,
    program: await bundleBot(),
    orgFile,
    async restartDatabase() {
      await database.ended;
      database = await startDatabase(dataDir, Number(new URL(database.uri).port));
    },
    async clear() {
      await client.close();
      await database.end('SIGTERM');
      await rm(folder, { recursive: true });
    },
  };
}

/** Everything a database holds, by collection. */
export type Contents = ReadonlyMap<string, readonly Document[]>;

/** Reads a database. */
export async function readAll(client: MongoClient, dbName: string): Promise<Contents> {
  const db = client.db(dbName);
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  const contents = await Promise.all(
    names.map(async (name) => [name, await db.collection(name).find().toArray()] as const),
  );
  return new Map(contents);
}

/** Fills a new database. */
export async function writeAll(client: MongoClient, dbName: string, contents: Contents): Promise<void> {
  for (const [name, documents] of contents) {
    if (documents.length > 0)
      await client
        .db(dbName)
        .collection(name)
        .insertMany([...documents]);
  }
}
