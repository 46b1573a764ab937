import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createEffectStore } from '../../src/outbox/effect-repository.ts';
import type { EffectStore, OutboxDocument } from '../../src/outbox/effect-store.ts';
import { envelopeSchema } from '../../src/records/shape/record.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { planStages } from '../support/database.ts';
import { openPostOffice, type PostOffice, post, standing } from './post-office.ts';

let office: PostOffice;
let store: EffectStore;

beforeAll(async () => {
  office = await openPostOffice();
  store = createEffectStore('records', recordModel(office.connection), (row) =>
    envelopeSchema.parse({ ...row, id: row._id }),
  );
});
afterAll(() => office.close());
beforeEach(() => office.clear());

async function seen(id: string): Promise<OutboxDocument> {
  const document = await store.load(id);
  if (!document) throw new Error('no such document');
  return document;
}

test('saves effects, cards and when to look again in one write, and touches neither version nor history', async () => {
  const id = await office.record([post('a'), post('b')]);
  const before = await seen(id);
  const nextAt = new Date(office.clock.now().getTime() + 60_000);
  const next = { ...before, effects: before.effects.slice(1), cards: [standing()], nextAt, renewAt: nextAt };
  expect(await store.replace(before, next)).toBe(true);
  expect(await seen(id)).toMatchObject({ ...next, revision: before.revision + 1, record: { version: 1, history: [] } });
});

test('a decision saved since the document was read is not overwritten', async () => {
  const id = await office.record([]);
  const before = await seen(id);
  await office.decide(id, [post('a')]);
  expect(await store.replace(before, { ...before, pending: 0 })).toBe(false);
  expect(await office.load(id)).toMatchObject({ pending: 1, effects: [{ key: 'a' }] });
  const present = await seen(id);
  expect(await store.replace(present, { ...present, pending: 0 })).toBe(true);
});

test('of many who save the same document one succeeds', async () => {
  const id = await office.record([post('a')]);
  const before = await seen(id);
  const until = new Date(office.clock.now().getTime() + 30_000);
  const names = ['one', 'two', 'three', 'four'];
  const claims = await Promise.all(
    names.map((by) =>
      store.replace(before, { ...before, effects: before.effects.map((one) => ({ ...one, lease: { by, until } })) }),
    ),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect((await seen(id)).effects[0]?.lease?.by).toBe(names[claims.indexOf(true)]);
});

test('what administrators do since the document was read is not overwritten', async () => {
  const id = await office.record([post('a')]);
  const dead = await seen(id);
  await store.replace(dead, { ...dead, effects: dead.effects.map((one) => ({ ...one, status: 'dead' as const })) });
  const before = await seen(id);
  const at = office.clock.now();
  const dealing = {
    deed: 'retry',
    by: 'li-na',
    at,
    key: 'a',
    kind: 'post',
    to: 'quality',
    route: 'console:local',
  } as const;
  expect(await store.revive(id, dealing)).toBe(true);
  expect(await store.replace(before, { ...before, pending: 2 })).toBe(false);
  expect(await seen(id)).toMatchObject({ pending: 1, effects: [{ key: 'a', status: 'waiting' }] });
});

test('leaves the effects and cards that did not change as they are', async () => {
  const id = await office.record([post('a')], { cards: [standing()] });
  const before = await seen(id);
  await office.connection.collection('records').updateOne({}, { $set: { 'effects.0.unknown': 'kept' } });
  await store.replace(before, { ...before, pending: 0 });
  expect((await office.connection.collection('records').findOne({}))?.effects[0]).toMatchObject({ unknown: 'kept' });
});

test('lists what was given up and what is due, each by an index', async () => {
  const id = await office.record([post('a')]);
  const given = await seen(id);
  await store.replace(given, { ...given, pending: 2 });
  const due = await office.record([post('b')]);
  expect(await store.givenUp(10)).toEqual([id]);
  expect(await store.due(office.clock.now(), 10)).toEqual([due]);
  expect(await store.due(new Date(office.clock.now().getTime() - 1), 10)).toEqual([]);
  const records = office.connection.collection('records');
  const plan = await records
    .find({ pending: 1, nextAt: { $lte: office.clock.now() } })
    .sort({ nextAt: 1 })
    .explain();
  expect(planStages(plan)).toContain('IXSCAN');
});

test('lists the open documents whose cards grow old, by an index, and wakes each once', async () => {
  const now = office.clock.now();
  const old = await office.record([], { cards: [standing()] });
  const young = await office.record([], { cards: [standing()] });
  for (const [id, at] of [
    [old, now.getTime() - 1],
    [young, now.getTime() + 1],
  ] as const) {
    const before = await seen(id);
    await store.replace(before, { ...before, pending: 0, renewAt: new Date(at) });
  }
  expect(await store.ageing(now, 10)).toEqual([old]);
  expect(await store.wake(old, now)).toBe(true);
  expect(await store.wake(old, now)).toBe(false);
  expect(await store.due(now, 10)).toEqual([old]);
  const records = office.connection.collection('records');
  const plan = await records
    .find({ open: true, renewAt: { $lte: now } })
    .sort({ renewAt: 1 })
    .explain();
  expect(planStages(plan)).toContain('IXSCAN');
});
