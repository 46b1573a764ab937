import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleMessageModel } from '../../src/storage/console-message-model.ts';
import { createConsoleMessages } from '../../src/storage/console-message-repository.ts';
import { testMessages } from '../adapters/console/test-messages.ts';
import { openTestDatabase, planStages, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await openTestDatabase();
  connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  await consoleMessageModel(connection).createIndexes();
});

afterAll(async () => {
  await connection.close();
  await database.stop();
});

describe('console messages in the database', () => {
  testMessages(async () => {
    await consoleMessageModel(connection).deleteMany({});
    return createConsoleMessages(connection);
  });
});

describe('console messages of two processes', () => {
  test('are one list, and one key is one message for both', async () => {
    await consoleMessageModel(connection).deleteMany({});
    const other = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
    const post = {
      space: 'quality',
      card: { title: 'x', tone: 'good', summary: 'x', blocks: [] },
      locale: 'en',
    } as const;
    const stores = [createConsoleMessages(connection), createConsoleMessages(other)];
    const made = await Promise.all(
      stores.map((store) => store.append({ ...post, key: 'same', postedAt: new Date('2026-11-23T02:05:00Z') })),
    );
    expect(made[0]).toEqual(made[1]);
    expect(await stores[1]?.since(0, 10)).toEqual([made[0]]);
    await other.close();
  });
});

describe('a query for console messages', () => {
  const queries = {
    'by key': { key: 'a' },
    'by sequence': { workspace: 'local', sequence: { $gt: 3 } },
    'by space': { space: 'quality', position: { $lt: 9 } },
  };
  test.each(Object.entries(queries))('%s uses an index', async (_name, query) => {
    const stages = planStages(await consoleMessageModel(connection).find(query).explain('queryPlanner'));
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('COLLSCAN');
  });
});
