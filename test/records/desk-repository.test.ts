import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordModel } from '../../src/records/store/record-model.ts';
import { planStages } from '../support/database.ts';
import { type Engine, openEngine } from '../worlds/engine.ts';

let engine: Engine;
const place = { platform: 'slack', workspace: 'T0001', channel: 'C1', message: '1.1' } as const;

beforeAll(async () => {
  engine = await openEngine();
  for (const origin of ['first', 'second']) {
    await engine.records.create({
      type: 'finding',
      answers: { what: '值班日志缺少两天的巡检记录', where: '机房 B' },
      actor: { kind: 'person', id: 'emily', via: 'console' },
      origin,
    });
  }
  const card = { ...place, key: 'k', purpose: 'channel', locale: 'zh-CN', personId: null, shownVersion: 1 };
  const cards = [{ ...card, postedAt: engine.now() }];
  await recordModel(engine.connection).updateOne({ number: 'FD-2026-0001' }, { $set: { cards } });
});
afterAll(() => engine.stop());

test('finds the record whose card stands at a place, and none for any other place', async () => {
  expect((await engine.records.load({ card: place }))?.number).toBe('FD-2026-0001');
  for (const other of [{ message: '1.2' }, { channel: 'C2' }, { workspace: 'T0002' }]) {
    expect(await engine.records.load({ card: { ...place, ...other } })).toBeNull();
  }
});

test('lists what waits, what may be decided, what is late and what was reported, each with its count', async () => {
  const { desk } = engine;
  const late = new Date('2026-11-25T02:00:00Z');
  expect(await desk.waitingFor(['li-na'], { skip: 0, limit: 1 })).toMatchObject({
    rows: [{ number: 'FD-2026-0001' }],
    total: 2,
  });
  expect(await desk.toDecide(['li-na'], { skip: 0, limit: 5 })).toMatchObject({ total: 2 });
  expect(await desk.toDecide(['emily'], { skip: 0, limit: 5 })).toEqual({ rows: [], total: 0 });
  expect(await desk.late({ of: 'all' }, ['finding'], late, { skip: 0, limit: 1 })).toMatchObject({ total: 2 });
  expect(await desk.late({ of: 'people', ids: ['li-na'] }, ['finding'], late, { skip: 0, limit: 5 })).toMatchObject({
    total: 2,
  });
  expect(await desk.late({ of: 'departments', ids: ['omd'] }, ['finding'], late, { skip: 0, limit: 5 })).toMatchObject({
    total: 0,
  });
  expect(await desk.late({ of: 'all' }, ['finding'], engine.now(), { skip: 0, limit: 5 })).toMatchObject({ total: 0 });
  expect(await desk.reportedBy('emily', 5)).toHaveLength(2);
});

test.each([
  ['a card', { 'cards.message': '1.1', cards: { $elemMatch: place } }, {}],
  ['who must act', { actorIds: { $in: ['li-na'] } }, { wantedAt: 1, number: 1 }],
  ['who decides', { deciderIds: { $in: ['li-na'] } }, { wantedAt: 1, number: 1 }],
  ['who reported', { createdBy: 'emily' }, { createdAt: -1 }],
  ['what is late', { open: true, type: { $in: ['finding'] }, dueAt: { $lt: new Date() } }, { dueAt: 1 }],
  [
    'what is late in departments',
    {
      open: true,
      type: 'finding',
      dueAt: { $lt: new Date() },
      departmentId: { $in: ['omd', 'rd'] },
      restricted: false,
    },
    { dueAt: 1 },
  ],
] as const)('is asked for %s by an index, in its order', async (_, filter, sort) => {
  const find = recordModel(engine.connection).find(filter).sort(sort);
  const stages = planStages(await find.lean().explain('queryPlanner'));
  expect(stages).toContain('IXSCAN');
  expect(stages).not.toContain('COLLSCAN');
  expect(stages).not.toContain('SORT');
});
