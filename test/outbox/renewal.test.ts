import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPostOffice, type PostOffice, post } from './post-office.ts';
import { type ScriptedAdapter, type Standing, scriptAdapter } from './scripted-adapter.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let office: PostOffice;
let chat: ScriptedAdapter;

beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.clear();
  chat = scriptAdapter(office.clock, 'console', [], 13 * DAY_MS);
});

const live = () => chat.messages.filter(({ card }) => !card.title.includes('retired'));
const age = ({ at }: Standing) => office.clock.now().getTime() - at;
const act = (key: string, person = 'li-na') =>
  post(key, { purpose: 'act', target: { kind: 'user', userId: person }, personId: person });

test('for sixty days a record that nobody touches has one card that works in each place', async () => {
  const outbox = office.outbox([chat]);
  await office.record([post('a'), act('b')]);
  await outbox.drain();
  for (let hours = 0; hours < 60 * 24; hours += 8) {
    office.clock.advance(8 * HOUR_MS);
    await outbox.drain();
    expect(live().map(({ place }) => place.channel)).toHaveLength(2);
    expect(new Set(live().map(({ place }) => place.channel)).size).toBe(2);
    expect(Math.max(...live().map(age))).toBeLessThan(13 * DAY_MS);
  }
  // Every eleven days and a half in this office: no oftener than needed.
  expect(chat.messages).toHaveLength(2 * 6);
});

test('the old card stands with its buttons until the new one does, and is then retired', async () => {
  const outbox = office.outbox([chat]);
  await office.record([post('a')]);
  await outbox.drain();
  office.clock.advance(10 * DAY_MS);
  const seen: string[] = [];
  chat.before = async (call) => void seen.push(`${call}: ${live().length}`);
  await outbox.drain();
  expect(seen).toEqual([]);
  office.clock.advance(2 * DAY_MS);
  await outbox.drain();
  expect(seen).toEqual(['post: 1', 'refresh: 2']);
  expect(live().map(({ key }) => key)).toEqual([expect.stringContaining(':renew:m1')]);
});

test('the card of a closed record grows old in peace', async () => {
  const outbox = office.outbox([chat]);
  const id = await office.record([post('a')]);
  await outbox.drain();
  office.clock.advance(10 * DAY_MS);
  await outbox.drain();
  await office.decide(id, [], { open: false, state: 'done' });
  office.clock.advance(50 * DAY_MS);
  await outbox.drain();
  expect(chat.messages).toHaveLength(2);
  expect(chat.messages[1]?.key).toBe(`${id}:again:m1`);
  office.clock.advance(50 * DAY_MS);
  await outbox.drain();
  expect(chat.messages).toHaveLength(2);
  expect(await office.load(id)).toMatchObject({ pending: 0, effects: [] });
});

test('a new card that a decision brings makes the one that was planned needless', async () => {
  const outbox = office.outbox([chat]);
  const id = await office.record([act('a')]);
  await outbox.drain();
  office.clock.advance(10 * DAY_MS);
  await outbox.drain();
  await office.decide(id, [act('b')]);
  office.clock.advance(3 * DAY_MS);
  await outbox.drain();
  expect(live().map(({ key }) => key)).toEqual(['b']);
  expect((await office.load(id)).effects).toEqual([]);
});

test('a card of a former owner is forgotten, not posted again', async () => {
  const outbox = office.outbox([chat]);
  const id = await office.record([act('a')]);
  await outbox.drain();
  await office.decide(id, [], { ownerIds: ['somebody'] });
  office.clock.advance(12 * DAY_MS);
  await outbox.drain();
  expect(await office.load(id)).toMatchObject({ cards: [], effects: [], pending: 0 });
  expect(chat.messages).toHaveLength(1);
});

test('after a month of our absence each card is posted again once, within a day', async () => {
  await office.record([post('a')]);
  await office.record([post('b', { target: { kind: 'channel', channel: 'other' } })]);
  await office.outbox([chat]).drain();
  office.clock.advance(30 * DAY_MS);
  const [one, two] = [office.outbox([chat]), office.outbox([chat])];
  await Promise.all([one.drain(), two.drain()]);
  expect(chat.messages).toHaveLength(2);
  office.clock.advance(DAY_MS);
  await Promise.all([one.drain(), two.drain()]);
  expect(chat.messages).toHaveLength(4);
  expect(live()).toHaveLength(2);
});

test('a failed effect keeps no card from being posted again', async () => {
  const outbox = office.outbox([chat]);
  chat.postFaults.push({ outcome: 'refused', reason: 'user_not_found' });
  const id = await office.record([act('gone', 'somebody'), post('a')], { ownerIds: ['somebody'] });
  await outbox.drain();
  expect(await office.load(id)).toMatchObject({ pending: 2, effects: [{ key: 'gone', status: 'dead' }] });
  office.clock.advance(10 * DAY_MS);
  await outbox.drain();
  office.clock.advance(2 * DAY_MS);
  await outbox.drain();
  expect(live().map(({ key }) => key)).toEqual([`${id}:renew:m1`]);
  expect((await office.load(id)).pending).toBe(2);
});

test('a place that takes no more cards of ours is asked once', async () => {
  const outbox = office.outbox([chat]);
  const id = await office.record([post('a')]);
  await outbox.drain();
  office.clock.advance(10 * DAY_MS);
  await outbox.drain();
  chat.postFaults.push({ outcome: 'refused', reason: 'not in the group' });
  office.clock.advance(50 * DAY_MS);
  await outbox.drain();
  expect(await office.load(id)).toMatchObject({ cards: [], effects: [{ status: 'dead' }], pending: 2 });
  expect(chat.messages).toHaveLength(1);
});

test('a workspace that is switched off for a while has its cards posted again when it is back', async () => {
  const id = await office.record([post('a')]);
  await office.outbox([chat]).drain();
  await office.decide(id);
  await office.outbox([]).drain();
  office.clock.advance(15 * DAY_MS);
  const outbox = office.outbox([chat]);
  await outbox.drain();
  expect(live().map(({ key }) => key)).toEqual(['a', `${id}:again:m1`]);
  expect((await office.load(id)).cards).toHaveLength(1);
});

test('where messages can be refreshed forever, none is posted again', async () => {
  chat = scriptAdapter(office.clock);
  const outbox = office.outbox([chat]);
  await office.record([post('a')]);
  await outbox.drain();
  office.clock.advance(400 * DAY_MS);
  await outbox.drain();
  expect(chat.messages).toHaveLength(1);
});
