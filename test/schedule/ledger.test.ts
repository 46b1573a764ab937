import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayOf, endOfDay } from '../../src/calendar/day.ts';
import { instantAt } from '../../src/calendar/instant-at.ts';
import { createRegistry } from '../../src/records/registry.ts';
import type { PeriodicJob } from '../../src/schedule/define-job.ts';
import { createLedger } from '../../src/schedule/ledger.ts';
import { occurrenceModel } from '../../src/schedule/occurrence-model.ts';
import { createOccurrences } from '../../src/schedule/occurrence-repository.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { type MovedClock, movedClock } from '../support/moved-clock.ts';
import { noFacts, noReports } from '../support/no-reports.ts';
import { testOrganisation } from '../support/organisation.ts';

let database: TestDatabase;
let connection: Connection;
let clock: MovedClock;
let ran: string[];
let written: string[];

beforeAll(async () => {
  database = await openTestDatabase();
  connection = await mongoose.createConnection(database.uri, { dbName: database.dbName }).asPromise();
  await occurrenceModel(connection).createIndexes();
});
afterAll(async () => {
  await connection.close();
  await database.stop();
});
beforeEach(async () => {
  await occurrenceModel(connection).deleteMany({});
  clock = movedClock('2026-11-23T02:00:00Z');
  ran = [];
  written = [];
});

/** Work of every day at nine, until the day ends. */
const daily = (zone = 'Asia/Shanghai', changes: Partial<PeriodicJob> = {}): PeriodicJob => ({
  name: 'daily',
  per: 'site',
  cronTimes: () => [{ cron: '0 9 * * *', zone }],
  occurrencesDue(_org, now) {
    const period = dayOf(now, zone);
    const turn = { scope: 'main', period, dueAt: instantAt(period, '09:00', zone), until: endOfDay(period, zone) };
    return turn.dueAt <= now ? [turn] : [];
  },
  async run({ period }) {
    ran.push(period);
    return [{ kind: 'signal', key: `daily:${period}`, route: 'core', number: 'FD-1', move: 'x', input: {} }];
  },
  ...changes,
});

const org = testOrganisation();
/** Puts a ledger together, in a program that ends when `stopping` says so. */
const ledgerUntil = (stopping: () => boolean, ...jobs: PeriodicJob[]) =>
  createLedger({
    jobs,
    stopping,
    occurrences: createOccurrences(connection),
    dues: { dueUntil: async () => [] },
    reports: noReports,
    facts: noFacts,
    registry: createRegistry([]),
    organisation: async () => org,
    routes: () => new Set(),
    clock,
    log: pino({ level: 'silent' }),
    written: (key) => void written.push(key),
  });

const ledger = (...jobs: PeriodicJob[]) => ledgerUntil(() => false, ...jobs);

const rows = () => occurrenceModel(connection).find().sort({ dueAt: 1 }).lean();

test('a program that ends leaves the turns that it has not begun to the next sweep', async () => {
  const [first, second] = [daily(), daily('Asia/Tokyo', { name: 'other' })];
  let asked = 0;
  await ledgerUntil(() => ++asked > 1, first, second).sweep();
  expect(ran).toHaveLength(1);
  await ledger(first, second).sweep();
  expect(ran).toHaveLength(2);
});

test('runs what is due once, and writes its effects and that it is done together', async () => {
  const book = ledger(daily());
  await book.sweep();
  await book.sweep();
  expect(ran).toEqual(['2026-11-23']);
  expect(await rows()).toMatchObject([
    {
      _id: 'daily:main:2026-11-23',
      status: 'done',
      pending: 1,
      effects: [{ key: 'daily:2026-11-23', status: 'waiting' }],
    },
  ]);
  expect(written).toEqual(['daily:main:2026-11-23']);
});

test('runs nothing before its time', async () => {
  clock.moveTo('2026-11-23T00:59:59Z');
  await ledger(daily()).sweep();
  clock.moveTo('2026-11-23T01:00:00Z');
  expect(ran).toEqual([]);
  await ledger(daily()).sweep();
  expect(ran).toEqual(['2026-11-23']);
});

test('two replicas that sweep at once run it once', async () => {
  await Promise.all([ledger(daily()), ledger(daily()), ledger(daily())].map((book) => book.sweep()));
  expect(ran).toEqual(['2026-11-23']);
});

test('a clock that jumps back and forth runs no day twice', async () => {
  const book = ledger(daily());
  for (const instant of [
    '2026-11-23T02:00Z',
    '2026-11-22T02:00Z',
    '2026-11-24T02:00Z',
    '2026-11-23T03:00Z',
    '2026-11-24T03:00Z',
  ]) {
    clock.moveTo(instant);
    await book.sweep();
  }
  expect(ran).toEqual(['2026-11-23', '2026-11-22', '2026-11-24']);
});

test('after being down over several due times, runs the one that is still of use', async () => {
  const book = ledger(daily());
  await book.sweep();
  clock.moveTo('2026-11-27T10:00:00Z');
  await book.sweep();
  expect(ran).toEqual(['2026-11-23', '2026-11-27']);
});

test('what failed until it was of no more use is marked as missed', async () => {
  const failing = daily('Asia/Shanghai', {
    run: async () => {
      throw new Error('cannot be worked out');
    },
  });
  await ledger(failing).sweep();
  clock.moveTo('2026-11-23T17:00:00Z');
  await ledger(failing).sweep();
  expect(await rows()).toMatchObject([{ period: '2026-11-23', status: 'missed' }]);
});

test('a job that fails is run again later, and does not stop the others', async () => {
  let broken = true;
  const unsure = daily('Asia/Shanghai', {
    name: 'a-unsure',
    run: async ({ period }) => {
      if (broken) throw new Error('cannot be worked out');
      ran.push(`unsure ${period}`);
      return [];
    },
  });
  const clueless = daily('Asia/Shanghai', {
    name: 'clueless',
    occurrencesDue: () => {
      throw new Error('cannot tell');
    },
  });
  const book = ledger(unsure, clueless, daily());
  await book.sweep();
  expect(ran).toEqual(['2026-11-23']);
  broken = false;
  await book.sweep();
  expect(ran).toEqual(['2026-11-23']);
  clock.advance(60_000);
  await book.sweep();
  expect(ran).toEqual(['2026-11-23', 'unsure 2026-11-23']);
});

test('what a killed process had begun is done by another when its lease is over', async () => {
  const occurrences = createOccurrences(connection);
  const killed = daily('Asia/Shanghai', { run: () => new Promise(() => undefined) });
  void ledger(killed).sweep();
  await expect.poll(async () => (await rows())[0]?.leaseBy ?? null).not.toBeNull();
  await ledger(daily()).sweep();
  expect(ran).toEqual([]);
  clock.advance(120_000);
  await ledger(daily()).sweep();
  expect(ran).toEqual(['2026-11-23']);
  expect(await occurrences.waiting(clock.now(), 9)).toEqual([]);
});

test('has one turn each day when the clocks change, and over the end of the year', async () => {
  const book = ledger(daily('Europe/Berlin'));
  const days = [
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
    '2027-03-27',
    '2027-03-28',
    '2027-03-29',
    '2026-12-31',
    '2027-01-01',
  ];
  for (const day of days) {
    for (let hour = 0; hour < 24; hour++) {
      clock.moveTo(`${day}T${String(hour).padStart(2, '0')}:30:00Z`);
      await book.sweep();
    }
  }
  expect(ran.sort()).toEqual(days.sort());
  const dueAt = new Map((await rows()).map(({ period, dueAt: at }) => [period, at.toISOString()]));
  expect(dueAt.get('2026-10-24')).toBe('2026-10-24T07:00:00.000Z');
  expect(dueAt.get('2026-10-25')).toBe('2026-10-25T08:00:00.000Z');
  expect(dueAt.get('2027-03-28')).toBe('2027-03-28T07:00:00.000Z');
});
