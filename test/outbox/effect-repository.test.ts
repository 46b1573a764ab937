import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createEffectStore } from '../../src/outbox/effect-repository.ts';
import type { EffectStore, OutboxDocument } from '../../src/outbox/effect-store.ts';
import type { Effect } from '../../src/records/effect.ts';
import { envelopeSchema } from '../../src/records/record.ts';
import { recordModel } from '../../src/records/record-model.ts';
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

function firstOf({ effects }: OutboxDocument): Effect {
  const [effect] = effects;
  if (!effect) throw new Error('no effect');
  return effect;
}

const soon = () => new Date(office.clock.now().getTime() + 30_000);
const lease = (by: string) => ({ by, until: soon() });

test('a decision saved since the document was read is not marked as done', async () => {
  const id = await office.record([]);
  const before = await seen(id);
  await office.decide(id, [post('a')]);
  expect(await store.settle(before, 0, before.nextAt, null)).toBe(false);
  expect(await office.load(id)).toMatchObject({ pending: 1 });
  expect(await store.settle(await seen(id), 0, before.nextAt, null)).toBe(true);
});

test('a card that another process posted since the document was read is not forgotten', async () => {
  const id = await office.record([post('a')]);
  const before = await seen(id);
  await store.claim(id, firstOf(before), lease('other'), office.clock.now());
  office.clock.advance(1);
  await store.complete(id, 'a', 'other', standing({ shownVersion: 0 }), office.clock.now());
  expect(await store.settle(before, 0, before.nextAt, null)).toBe(false);
});

test('a new card that another process asked for in place of an old one is not forgotten', async () => {
  const id = await office.record([post('a')], { cards: [standing()] });
  const before = await seen(id);
  const effect = firstOf(before);
  office.clock.advance(1);
  await store.forget(id, standing(), { ...effect, key: 'renewed' }, office.clock.now());
  expect(await store.settle(before, 0, before.nextAt, null)).toBe(false);
});

test('of many who claim an effect one gets it, and only that one may end it', async () => {
  const id = await office.record([post('a')]);
  const effect = firstOf(await seen(id));
  const names = ['one', 'two', 'three', 'four'];
  const claims = await Promise.all(names.map((by) => store.claim(id, effect, lease(by), office.clock.now())));
  expect(claims.filter(Boolean)).toHaveLength(1);
  const winner = names[claims.indexOf(true)] ?? '';
  const ends = await Promise.all(names.map((by) => store.complete(id, 'a', by, standing(), office.clock.now())));
  expect(names.filter((_, index) => ends[index])).toEqual([winner]);
  expect(await office.load(id)).toMatchObject({ effects: [], version: 1, history: [], cards: [{ message: 'm1' }] });
});

test('an effect of which a send was begun is not dropped', async () => {
  const id = await office.record([post('a'), post('b')]);
  await store.claim(id, firstOf(await seen(id)), lease('one'), office.clock.now());
  expect(await store.drop(id, 'a')).toBe(false);
  expect(await store.drop(id, 'b')).toBe(true);
  expect((await seen(id)).effects.map(({ key }) => key)).toEqual(['a']);
});

test('a card never shows an older version than it does', async () => {
  const id = await office.record([], { cards: [standing({ shownVersion: 5 })] });
  expect(await store.shown(id, standing(), 4)).toBe(false);
  expect(await store.shown(id, standing(), 6)).toBe(true);
  expect((await seen(id)).cards).toMatchObject([{ shownVersion: 6 }]);
});

test('lists what was given up and what is due, each by an index', async () => {
  const id = await office.record([post('a')]);
  await store.settle(await seen(id), 2, office.clock.now(), null);
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
  await store.settle(await seen(old), 0, now, new Date(now.getTime() - 1));
  await store.settle(await seen(young), 0, now, new Date(now.getTime() + 1));
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

test('a card is asked for anew once, however often that is asked', async () => {
  const id = await office.record([post('a')], { cards: [standing()] });
  const replacement = { ...firstOf(await seen(id)), key: 'renewed' };
  expect(await store.renew(id, standing(), replacement, office.clock.now())).toBe(true);
  expect(await store.renew(id, standing(), replacement, office.clock.now())).toBe(false);
  expect((await seen(id)).effects.map(({ key }) => key)).toEqual(['a', 'renewed']);
});
