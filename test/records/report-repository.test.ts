import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { weeklyDigest } from '../../jobs/digest/weekly-overdue.ts';
import { weekOf } from '../../src/calendar/period.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { createReports } from '../../src/records/store/report-repository.ts';
import { copyRecord } from '../support/copy-record.ts';
import { type CountedReads, countReads } from '../support/counted-reads.ts';
import { planStages } from '../support/database.ts';
import { type Engine, openEngine } from '../worlds/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());

const types = { $in: ['finding', 'action'] };
/** A Monday morning. */
const NOW = new Date('2026-12-07T01:00:00Z');

test('finds what is overdue, what changed and what is open, with clocks, by indexes', async () => {
  const wish = {
    type: 'finding',
    answers: { what: '值班日志缺少两天的巡检记录', where: '机房 B' },
    actor: { kind: 'person', id: 'emily', via: 'console' },
  } as const;
  const created = await engine.records.create({ ...wish, origin: 'first' });
  const number = created.verdict === 'created' ? created.record.number : '';
  const { reports } = engine;
  const afterDue = new Date('2026-11-25T00:00:00Z');
  expect(await reports.oldestOverdue(null, afterDue, 5)).toMatchObject([
    { number, type: 'finding', state: 'reported', day: '2026-11-24', extensions: [] },
  ]);
  expect(await reports.oldestOverdue(null, engine.now(), 5)).toEqual([]);
  expect(await reports.countOverdue([null, 'omd'], afterDue, engine.now())).toEqual([
    { departmentId: null, now: 1, earlier: 0 },
    { departmentId: 'omd', now: 0, earlier: 0 },
  ]);
  expect(await reports.departments(['omd'])).toEqual(['omd', null]);
  expect(await reports.changedSince(engine.now())).toMatchObject([
    {
      number,
      open: true,
      closedAt: null,
      facets: {},
      clocks: [{ step: 'reported', metAt: null }],
      owed: [{ duty: null }],
    },
  ]);
  expect(await reports.changedSince(afterDue)).toEqual([]);
  expect(await reports.countOpen('finding', [null], afterDue)).toEqual({
    all: 1,
    overdue: 1,
    byState: [{ state: 'reported', count: 1 }],
  });
});

test.each([
  [
    'overdue states of a department',
    { open: true, restricted: false, type: types, departmentId: 'omd', dueAt: { $lt: NOW } },
    { dueAt: 1 },
  ],
  [
    'overdue duties of a department',
    { open: true, restricted: false, type: types, departmentId: 'omd', dutyAt: { $lt: NOW } },
    { dutyAt: 1 },
  ],
  ['what changed', { type: types, updatedAt: { $gte: NOW } }, { updatedAt: 1 }],
  [
    'what is open in a state',
    { open: true, restricted: false, type: 'finding', state: 'issued', departmentId: 'omd' },
    { dueAt: 1 },
  ],
] as const)('%s are found by an index, in its order', async (_, filter, sort) => {
  const plan = await recordModel(engine.connection).find(filter).sort(sort).explain();
  expect(planStages(plan)).toContain('IXSCAN');
  expect(planStages(plan)).not.toContain('SORT');
});

describe('a digest over two thousand overdue findings', () => {
  const audience = { platform: 'console', workspace: 'local', departments: 'all' } as const;
  const then = new Date('2026-11-30T01:00:00Z');
  let reads: CountedReads;
  const digest = () => {
    const { org, registry } = engine;
    const reports = createReports(reads.connection, registry);
    return weeklyDigest(audience, weekOf('2026-12-07'), then, { org, reports, registry, now: NOW });
  };

  beforeAll(async () => {
    reads = await countReads(engine.connection);
    const [one] = await engine.reports.changedSince(engine.now());
    const number = one?.number ?? '';
    const dueAt = new Date('2026-11-10T15:59:59.999Z');
    const due = { at: dueAt, day: '2026-11-10' };
    const places = ['rd', 'omd', 'no-longer-there', 'omd'];
    const overdue = (at: number) => ({ departmentId: places[at % 4], dueAt, due, createdAt: new Date(at) });
    await copyRecord(engine.connection, number, 2_000, overdue);
  });
  afterAll(() => reads.stop());

  test('reads the lines that it shows and no others, and counts the rest', async () => {
    const { groups, ...content } = await digest();
    expect(content).toMatchObject({ total: 2_001, before: 2_001, fresh: 0, settled: 0 });
    expect(groups.map(({ department, count }) => [department?.en, count])).toEqual([
      ['Operations', 1_000],
      ['Research and development', 500],
      ['no-longer-there', 500],
      [undefined, 1],
    ]);
    // Twenty lines, an item of each of two departments that are equally full, and one to learn of a department that is not known.
    expect(reads.taken()).toBeLessThanOrEqual(20 + 2 + 1);
  });

  test('names of two equally full departments the one with the oldest item first', async () => {
    const { collection } = recordModel(engine.connection);
    const [last] = await collection.find({ departmentId: 'no-longer-there' }).sort({ _id: -1 }).limit(1).toArray();
    const dueAt = new Date('2026-11-09T15:59:59.999Z');
    await collection.updateOne({ number: last?.number }, { $set: { dueAt, 'due.day': '2026-11-09' } });
    const { groups } = await digest();
    expect(groups.map(({ department }) => department?.en).slice(1, 3)).toEqual([
      'no-longer-there',
      'Research and development',
    ]);
    expect(groups[1]?.items[0]?.number).toBe(last?.number);
  });

  test('counts each duty of a record, the second and the third too', async () => {
    const { collection } = recordModel(engine.connection);
    const duty = (day: string) => ({ step: 'opinion', of: day, ownerIds: ['li-na'], dueAt: new Date(day), day });
    const duties = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-09'].map(duty);
    const [dutyAt, secondDutyAt] = duties.map(({ dueAt }) => dueAt);
    const [one] = await collection.find({ departmentId: 'omd' }).limit(1).toArray();
    await collection.updateOne({ number: one?.number }, { $set: { duties, dutyAt, secondDutyAt } });
    expect(await digest()).toMatchObject({ total: 2_004, before: 2_001, fresh: 3 });
  });
});
