import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPostOffice, type PostOffice, post } from './post-office.ts';
import { type ScriptedAdapter, scriptAdapter } from './scripted-adapter.ts';

let office: PostOffice;
let chat: ScriptedAdapter;

beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.clear();
  chat = scriptAdapter(office.clock);
});

const titles = () => chat.messages.map(({ card }) => card.title);
const keys = () => chat.messages.map(({ key }) => key);

test('posts a card once, notes where it stands and which version it shows, and leaves nothing to do', async () => {
  const id = await office.record([post('a')]);
  await office.outbox([chat]).drain();
  const { cards, effects, pending, version, history } = await office.load(id);
  expect(titles()).toHaveLength(1);
  expect(cards).toMatchObject([
    { key: 'a', channel: 'quality', message: 'm1', shownVersion: 1, postedAt: office.clock.now() },
  ]);
  expect({ effects, pending, version, history }).toEqual({ effects: [], pending: 0, version: 1, history: [] });
});

test('sends news and notices without keeping track of them', async () => {
  const id = await office.record([
    post('news', { purpose: 'tell' }),
    post('notice', { purpose: 'notice', content: {} }),
  ]);
  await office.outbox([chat]).drain();
  expect(titles()).toEqual([expect.stringMatching(/^news of /), 'notice notice']);
  expect((await office.load(id)).cards).toEqual([]);
});

test('keeps the order of what goes to one receiver', async () => {
  const names = ['a', 'b', 'c', 'd'];
  await office.record(names.map((key) => post(key, { purpose: 'notice' })));
  chat.postFaults.push({ outcome: 'later', afterMs: 3_000, scope: 'channel', reason: 'busy' });
  const outbox = office.outbox([chat]);
  await outbox.drain();
  expect(keys()).toEqual([]);
  office.clock.advance(3_000);
  await outbox.drain();
  expect(keys()).toEqual(names);
});

test('does not let one receiver wait for another', async () => {
  const id = await office.record([post('a'), post('b', { target: { kind: 'channel', channel: 'other' } })]);
  chat.postFaults.push({ outcome: 'later', afterMs: 60_000, scope: 'channel', reason: 'busy' });
  await office.outbox([chat]).drain();
  expect(keys()).toEqual(['b']);
  expect(await office.load(id)).toMatchObject({ pending: 1, effects: [{ key: 'a', attempts: 1, begun: null }] });
});

test('holds back what is for later, without holding up what is for now; a retry still keeps the order', async () => {
  const soon = new Date(office.clock.now().getTime() + 3_600_000);
  const held = (key: string) => post(key, { purpose: 'notice', notBefore: soon });
  const id = await office.record([held('night'), post('day', { purpose: 'notice' }), held('second night')]);
  const outbox = office.outbox([chat]);
  await outbox.drain();
  expect(keys()).toEqual(['day']);
  expect(await office.load(id)).toMatchObject({ pending: 1, nextAt: soon });
  office.clock.advance(3_600_000);
  chat.postFaults.push({ outcome: 'later', afterMs: 3_000, scope: 'channel', reason: 'busy' });
  await outbox.drain();
  office.clock.advance(3_000);
  await outbox.drain();
  expect(keys()).toEqual(['day', 'night', 'second night']);
});

test('drops a held card whose record moved on before its time', async () => {
  const notBefore = new Date(office.clock.now().getTime() + 3_600_000);
  const during = { state: 'open', round: 0 };
  const id = await office.record([post('night', { purpose: 'act', personId: 'li-na', during, notBefore })]);
  await office.decide(id, [], { state: 'done' });
  await office.outbox([chat]).drain();
  expect(await office.load(id)).toMatchObject({ pending: 0, effects: [] });
});

test('gives up visibly what the platform refuses, and goes on with the rest', async () => {
  const id = await office.record([post('a'), post('b')]);
  chat.postFaults.push({ outcome: 'refused', reason: 'channel_not_found' });
  await office.outbox([chat]).drain();
  expect(keys()).toEqual(['b']);
  expect(await office.load(id)).toMatchObject({
    pending: 2,
    effects: [{ key: 'a', status: 'dead', reason: 'channel_not_found', begun: null }],
  });
});

test('looks a send up whose answer was lost, and does not repeat it', async () => {
  const id = await office.record([post('a')]);
  chat.postFaults.push('lost');
  const outbox = office.outbox([chat]);
  await outbox.drain();
  office.clock.advance(5_000);
  await outbox.drain();
  expect(keys()).toEqual(['a']);
  expect(chat.calls).toEqual(['post a', 'lookUp a', 'refresh m1']);
  expect(await office.load(id)).toMatchObject({ effects: [], cards: [{ message: 'm1', shownVersion: 1 }], pending: 0 });
});

test('sends again what surely does not stand', async () => {
  await office.record([post('a')]);
  chat.postFaults.push({ outcome: 'unknown', reason: 'connection reset' });
  const outbox = office.outbox([chat]);
  await outbox.drain();
  office.clock.advance(5_000);
  await outbox.drain();
  expect(chat.calls).toEqual(['post a', 'lookUp a', 'post a']);
  expect(keys()).toEqual(['a']);
});

test('shows a send as unknown when nobody can say for an hour, and never repeats it', async () => {
  const id = await office.record([post('a')]);
  chat.postFaults.push('throws');
  const outbox = office.outbox([chat]);
  for (let minute = 0; minute < 90; minute++) {
    chat.lookUpFaults.splice(0, 9, { found: 'unclear', reason: 'missing_scope' });
    await outbox.drain();
    office.clock.advance(60_000);
  }
  expect(chat.calls.filter((call) => call === 'post a')).toHaveLength(1);
  expect(await office.load(id)).toMatchObject({
    pending: 2,
    effects: [{ status: 'unknown', reason: 'missing_scope' }],
  });
});

test('waits for an hour of outage without losing anything', async () => {
  await office.record([post('a')]);
  const outbox = office.outbox([chat]);
  for (let minute = 0; minute < 60; minute++) {
    chat.postFaults.splice(0, 9, { outcome: 'later', afterMs: 1_000, scope: 'workspace', reason: '503' });
    await outbox.drain();
    office.clock.advance(60_000);
  }
  expect(chat.calls.length).toBeLessThan(25);
  chat.postFaults.length = 0;
  office.clock.advance(300_000);
  await outbox.drain();
  expect(keys()).toEqual(['a']);
});

test('drops a request to act when the record has moved on or has another owner', async () => {
  const act = (key: string, personId: string, state: string) =>
    post(key, { purpose: 'act', target: { kind: 'user', userId: key }, personId, during: { state, round: 0 } });
  const id = await office.record([
    act('a', 'li-na', 'earlier'),
    act('b', 'somebody', 'open'),
    act('c', 'li-na', 'open'),
  ]);
  await office.outbox([chat]).drain();
  expect(keys()).toEqual(['c']);
  expect(await office.load(id)).toMatchObject({ effects: [], pending: 0 });
});

test('looks up a request to act that was begun before the record moved on', async () => {
  const id = await office.record([
    post('a', { purpose: 'act', personId: 'li-na', during: { state: 'open', round: 0 } }),
  ]);
  chat.postFaults.push('lost');
  const outbox = office.outbox([chat]);
  await outbox.drain();
  await office.decide(id, [], { state: 'done' });
  office.clock.advance(5_000);
  await outbox.drain();
  expect(chat.calls).toContain('lookUp a');
  expect(await office.load(id)).toMatchObject({ effects: [], cards: [{ key: 'a', shownVersion: 2 }] });
});

test('leaves alone what no adapter serves, until one does', async () => {
  const id = await office.record([post('a', { route: 'slack:T1' })]);
  await office.outbox([chat]).drain();
  expect(await office.load(id)).toMatchObject({
    pending: 1,
    effects: [{ reason: 'workspace not served', attempts: 1 }],
  });
  office.clock.advance(1_000);
  await office.outbox([chat]).drain();
  expect(await office.load(id)).toMatchObject({ effects: [{ attempts: 2 }] });
});

test('a card that cannot be drawn does not stop the others', async () => {
  const bad = await office.record([post('bad')]);
  const good = await office.record([post('good')]);
  const { number } = await office.load(bad);
  const outbox = office.outbox([chat], {
    draw: {
      record: async (record) => {
        if (record.number === number) throw new Error('cannot be drawn');
        return { title: record.number, tone: 'neutral', blocks: [], summary: '' };
      },
    },
  });
  await outbox.drain();
  expect(keys()).toEqual(['good']);
  expect(await office.load(bad)).toMatchObject({ pending: 1, effects: [{ key: 'bad', attempts: 1, begun: null }] });
  expect(await office.load(good)).toMatchObject({ pending: 0 });
});

test('a document that nobody can read is put behind the others', async () => {
  await office.record([post('bad')], { number: 'unreadable' });
  await office.connection.collection('records').updateOne({ number: 'unreadable' }, { $set: { state: 7 } });
  await office.record([post('good')]);
  await office.outbox([chat]).drain();
  expect(keys()).toEqual(['good']);
  const row = await office.connection.collection('records').findOne({ number: 'unreadable' });
  expect(row).toMatchObject({ pending: 1, nextAt: new Date(office.clock.now().getTime() + 300_000) });
});

test('tries a failing core effect again until it is given up', async () => {
  const id = await office.record([{ kind: 'signal', key: 's', route: 'core', number: 'FD-1', move: 'x', input: {} }]);
  let calls = 0;
  const outbox = office.outbox([chat], {
    options: { mostAttempts: 5 },
    core: {
      signal: async () => {
        calls += 1;
        throw new Error('the database is away');
      },
    },
  });
  for (let round = 0; round < 8; round++) {
    await outbox.drain();
    office.clock.advance(300_000);
  }
  expect(calls).toBe(5);
  expect(await office.load(id)).toMatchObject({ pending: 2, effects: [{ key: 's', status: 'dead', attempts: 5 }] });
});

test('posts once a second to a channel of Slack, whichever records the messages are of', async () => {
  const slack = scriptAdapter(office.clock, 'slack');
  const outbox = office.outbox([slack]);
  for (const key of ['a', 'b', 'c']) await office.record([post(key, { route: 'slack:local' })]);
  const start = office.clock.now().getTime();
  for (let step = 0; step < 8; step++) {
    await outbox.drain();
    office.clock.advance(500);
  }
  expect(slack.messages.map(({ at }) => at - start)).toEqual([0, 1_000, 2_000]);
});
