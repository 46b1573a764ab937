import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Outbox } from '../../src/outbox/outbox.ts';
import { openPostOffice, type PostOffice, post, standing } from './post-office.ts';
import { type ScriptedAdapter, scriptAdapter } from './scripted-adapter.ts';

const DAY_MS = 86_400_000;
let office: PostOffice;
let chat: ScriptedAdapter;
let outbox: Outbox;

beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.clear();
  chat = scriptAdapter(office.clock, 'console', [], 13 * DAY_MS);
  outbox = office.outbox([chat]);
});

/** A record whose card was posted at version 1. */
async function posted(): Promise<string> {
  const id = await office.record([post('a')]);
  await outbox.drain();
  return id;
}
const title = () => chat.messages[0]?.card.title;

test('redraws a card when a decision was made', async () => {
  const id = await posted();
  await office.decide(id);
  await outbox.drain();
  expect(title()).toMatch(/v2 for all$/);
  expect(await office.load(id)).toMatchObject({ pending: 0, cards: [{ shownVersion: 2 }] });
});

test('draws only the newest version when several decisions were made', async () => {
  const id = await posted();
  for (let count = 0; count < 5; count++) await office.decide(id);
  await outbox.drain();
  expect(title()).toMatch(/v6 /);
  expect(chat.messages[0]?.refreshes).toBe(1);
});

test('a decision made while a card is being drawn is drawn as well', async () => {
  const id = await posted();
  await office.decide(id);
  let decisions = 0;
  chat.before = async (call) => {
    if (call === 'refresh' && decisions++ < 3) await office.decide(id);
  };
  await outbox.drain();
  expect(title()).toMatch(/v5 /);
  expect(await office.load(id)).toMatchObject({ pending: 0, version: 5, cards: [{ shownVersion: 5 }] });
});

test('a decision made while a card is being posted is drawn as well', async () => {
  const id = await office.record([post('a')]);
  chat.before = async (call) => {
    if (call === 'post') await office.decide(id, [post('b', { target: { kind: 'channel', channel: 'other' } })]);
  };
  await outbox.drain();
  const { cards, pending, version } = await office.load(id);
  expect({ pending, shown: cards.map(({ shownVersion }) => shownVersion) }).toEqual({
    pending: 0,
    shown: [version, version],
  });
});

test('forgets a card that is gone', async () => {
  const id = await posted();
  chat.delete('a');
  await office.decide(id);
  await outbox.drain();
  expect(await office.load(id)).toMatchObject({ cards: [], effects: [], pending: 0 });
});

test('tries a refresh that failed again, and waits as long as the platform says', async () => {
  const id = await posted();
  await office.decide(id);
  chat.refreshFaults.push({ outcome: 'later', afterMs: 7_000, scope: 'workspace', reason: 'ratelimited' });
  await outbox.drain();
  expect(await office.load(id)).toMatchObject({ pending: 1, nextAt: new Date(office.clock.now().getTime() + 7_000) });
  office.clock.advance(6_999);
  await outbox.drain();
  expect(title()).toMatch(/v1 /);
  office.clock.advance(1);
  await outbox.drain();
  expect(title()).toMatch(/v2 /);
});

test('draws an older card in the same conversation once more, without buttons, and then forgets it', async () => {
  const act = (key: string) =>
    post(key, { purpose: 'act', target: { kind: 'user', userId: 'li-na' }, personId: 'li-na' });
  const id = await office.record([act('a')]);
  await outbox.drain();
  await office.decide(id, [act('b')]);
  await outbox.drain();
  await office.decide(id);
  await outbox.drain();
  expect(chat.messages.map(({ card }) => card.title.replace(/^\S+ /, ''))).toEqual([
    'v2 for li-na retired',
    'v3 for li-na',
  ]);
  expect((await office.load(id)).cards).toMatchObject([{ key: 'b', shownVersion: 3 }]);
});

test('posts a new card in place of one that is too old to be refreshed', async () => {
  const id = await posted();
  office.clock.advance(13 * DAY_MS + 1);
  await office.decide(id);
  await outbox.drain();
  expect(chat.messages).toMatchObject([{ key: 'a', refreshes: 0 }, { key: `${id}:again:m1` }]);
  const { cards, pending } = await office.load(id);
  expect({ cards, pending }).toMatchObject({
    pending: 0,
    cards: [{ message: 'm2', purpose: 'channel', shownVersion: 2 }],
  });
  expect(cards).toHaveLength(1);
});

test('an old card of a former owner is dropped without a new one', async () => {
  const old = { purpose: 'act', postedAt: new Date(office.clock.now().getTime() - 14 * DAY_MS) } as const;
  const cards = [
    standing({ ...old, personId: 'li-na', channel: 'dm-li-na' }),
    standing({ ...old, personId: 'somebody', message: 'm2' }),
  ];
  const id = await office.record([], { cards, version: 2 });
  await outbox.drain();
  expect(chat.messages).toMatchObject([{ key: `${id}:again:m1` }]);
  expect((await office.load(id)).cards).toMatchObject([{ personId: 'li-na', channel: 'dm-li-na' }]);
});

test('a card that cannot be redrawn is retried, and does not stop the others', async () => {
  const postedAt = office.clock.now();
  const cards = [standing({ postedAt }), standing({ postedAt, channel: 'other', message: 'm2', locale: 'en' })];
  const id = await office.record([], { cards, version: 2 });
  const picky = office.outbox([chat], {
    draw: {
      record: async (_record, { locale }) => {
        if (locale === 'en') throw new Error('cannot be drawn');
        return { title: 'fine', tone: 'neutral', blocks: [], summary: '' };
      },
    },
  });
  await picky.drain();
  expect(chat.calls).toEqual(['refresh m1']);
  expect(await office.load(id)).toMatchObject({ pending: 1 });
});

test('the card of a record that was restricted is drawn once more in its channel, and forgotten', async () => {
  const id = await posted();
  await office.decide(id, [post('b', { target: { kind: 'channel', channel: 'other' } })], { restricted: true });
  await outbox.drain();
  expect(chat.messages.map(({ refreshes }) => refreshes)).toEqual([1]);
  expect(await office.load(id)).toMatchObject({ pending: 0, cards: [], effects: [] });
});

test('a burst of changes of cards in one channel is shown at once, where messages go out one a second', async () => {
  const slack = scriptAdapter(office.clock, 'slack');
  const quick = office.outbox([slack]);
  const cards = (message: string) => [standing({ platform: 'slack', message, postedAt: office.clock.now() })];
  for (let count = 0; count < 32; count++) await office.record([], { cards: cards(`m${count}`), version: 2 });
  await quick.drain();
  expect(slack.calls.filter((call) => call.startsWith('refresh'))).toHaveLength(32);
});
