import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { type Embedded, startEmbedded } from '../../src/storage/embedded/start-embedded.ts';

/** A new, separate database. */
export interface TestDatabase {
  uri: string;
  dbName: string;
  stop(): Promise<void>;
}

/**
 * The embedded server of this process, in memory. It lives as long as the process: starting one for each database would take more
 * time than the tests themselves.
 */
let embedded: Promise<Embedded> | undefined;

function embeddedServer(): Promise<Embedded> {
  embedded ??= startEmbedded({ dataDir: null });
  return embedded;
}

/** Stops that server: for a script, which it would keep running. A test's process is ended by its runner. */
export async function stopTestServer(): Promise<void> {
  await (await embedded)?.stop();
  embedded = undefined;
}

/** A new database on the MongoDB at MONGODB_URI, else on the embedded server; it is dropped at the end. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const dbName = `test-${randomUUID()}`;
  const uri = process.env.MONGODB_URI ?? (await embeddedServer()).uri;
  return { uri, dbName, stop: () => dropDatabase(uri, dbName) };
}

/** Whether the tests run on a MongoDB server, which may allow what the embedded one rejects. */
export const onMongoDB = Boolean(process.env.MONGODB_URI);

async function dropDatabase(uri: string, dbName: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  await client.db(dbName).dropDatabase();
  await client.close();
}

/** All stages of the plan in an `explain()` result, such as `['FETCH', 'IXSCAN']`. */
export function planStages(explained: unknown): string[] {
  if (typeof explained !== 'object' || explained === null) return [];
  if (Array.isArray(explained)) return explained.flatMap(planStages);
  return Object.entries(explained).flatMap(([name, value]) => {
    if (name === 'rejectedPlans' || name === 'executionStats') return [];
    return name === 'stage' && typeof value === 'string' ? [value] : planStages(value);
  });
}
