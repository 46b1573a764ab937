import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dueReminders } from '../../jobs/due-reminders.ts';
import { runAgenda } from '../../src/schedule/run-agenda.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { testOrganisation } from '../support/organisation.ts';

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await openTestDatabase();
  connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
});
afterAll(async () => {
  await connection.close();
  await database.stop();
});
beforeEach(async () => {
  await connection.collection('agenda_jobs').deleteMany({});
});

const wake = (sweep: () => Promise<void>) => {
  if (!connection.db) throw new Error('not connected');
  const log = pino({ level: 'silent' });
  return runAgenda({
    db: connection.db,
    jobs: [dueReminders],
    ledger: { sweep },
    org: testOrganisation(),
    log,
    processEveryMs: 20,
  });
};
const jobs = () => connection.collection('agenda_jobs').find().sort({ name: 1 }).toArray();

test('sweeps at the start, and keeps a wake-up of every minute and one at each job’s time', async () => {
  let sweeps = 0;
  const agenda = await wake(async () => {
    sweeps += 1;
  });
  expect(sweeps).toBe(1);
  expect(await jobs()).toMatchObject([
    { name: 'due-reminders 30 8 * * * Asia/Shanghai', repeatInterval: '30 8 * * *', repeatTimezone: 'Asia/Shanghai' },
    { name: 'sweep', repeatInterval: '* * * * *' },
  ]);
  await agenda.stop();
});

test('wakes the ledger when its time has come, outlives a sweep that fails, and waits for one under way', async () => {
  let begun = 0;
  let ended = 0;
  let proceed: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    proceed = resolve;
  });
  const agenda = await wake(async () => {
    begun += 1;
    if (begun === 2) throw new Error('the database is away');
    if (begun === 3) await held;
    ended += 1;
  });
  const overdue = () =>
    connection
      .collection('agenda_jobs')
      .updateMany({ name: 'sweep' }, { $set: { nextRunAt: new Date(0), lockedAt: null } });
  await overdue();
  await eventually(() => begun === 2);
  await eventually(async () => (await jobs()).some(({ failCount }) => failCount === 1));
  await overdue();
  await eventually(() => begun === 3);
  const stopped = agenda.stop();
  proceed();
  await stopped;
  expect({ begun, ended }).toEqual({ begun: 3, ended: 2 });
});

test('drops the wake-ups of times that are no longer wanted', async () => {
  await connection
    .collection('agenda_jobs')
    .insertOne({ name: 'due-reminders 0 7 * * * Asia/Shanghai', type: 'single' });
  const agenda = await wake(async () => undefined);
  expect((await jobs()).map(({ name }) => name)).toEqual(['due-reminders 30 8 * * * Asia/Shanghai', 'sweep']);
  await agenda.stop();
});
