import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openPostOffice, type PostOffice, post } from './post-office.ts';
import { type Standing, scriptAdapter } from './scripted-adapter.ts';

let office: PostOffice;
let messages: Standing[];

beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.clear();
  messages = [];
});

/** A process that hangs says that it is alive once in ten seconds of real time: in a test, never. */
const silent = { options: { senderMs: 30_000 } };
/** Longer than it may be silent, and than the clocks of two processes may differ. */
const LONG_AFTER_MS = 36_000;

const process = () => scriptAdapter(office.clock, 'console', messages);

/** Something that a test waits for and ends by itself. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test('two processes over one database do each effect once', async () => {
  const signals: string[] = [];
  const core = { signal: async ({ key }: { key: string }) => void signals.push(key) };
  const wanted: string[] = [];
  for (let count = 0; count < 20; count++) {
    const signal = { kind: 'signal', key: `s${count}`, route: 'core', number: 'FD-1', move: 'x', input: {} } as const;
    await office.record([post(`p${count}`), signal]);
    wanted.push(`p${count}`);
  }
  const outboxes = [process(), process()].map((adapter) => office.outbox([adapter], { core }));
  await Promise.all(outboxes.map((outbox) => outbox.drain()));
  await Promise.all(outboxes.map((outbox) => outbox.drain()));
  expect(messages.map(({ key }) => key).sort()).toEqual(wanted.sort());
  expect(signals.sort()).toEqual(wanted.map((key) => key.replace('p', 's')).sort());
});

test('one process at a time sends to a workspace; another takes over when it stops', async () => {
  const [first, second] = [process(), process()];
  const [one, two] = [office.outbox([first]), office.outbox([second])];
  await office.record([post('a')]);
  await one.drain();
  await office.record([post('b')]);
  await two.drain();
  expect(second.calls).toEqual([]);
  await one.stop();
  await two.drain();
  expect({ first: first.calls, second: second.calls }).toEqual({ first: ['post a'], second: ['post b'] });
});

test('a process that dies after the platform took the message: the next one finds it and does not repeat it', async () => {
  const id = await office.record([post('a')]);
  const dying = process();
  const end = gate();
  dying.afterPost = () => end.opened;
  const abandoned = office.outbox([dying], silent).drain();
  await eventually(() => messages.length === 1);

  const heir = process();
  const outbox = office.outbox([heir]);
  await outbox.drain();
  expect(heir.calls).toEqual([]);
  office.clock.advance(LONG_AFTER_MS);
  await outbox.drain();
  expect(heir.calls).toEqual(['lookUp a', 'refresh m1']);

  end.open();
  await abandoned;
  expect(messages).toHaveLength(1);
  const { cards, effects, pending } = await office.load(id);
  expect({ cards: cards.length, effects, pending }).toEqual({ cards: 1, effects: [], pending: 0 });
});

test('a process that dies before the platform took the message: the next one sends it', async () => {
  await office.record([post('a')]);
  const dying = process();
  const end = gate();
  dying.before = async () => {
    await end.opened;
    throw new Error('killed');
  };
  const abandoned = office.outbox([dying], silent).drain();
  await eventually(async () => (await office.connection.collection('records').findOne({}))?.effects[0].begun !== null);
  office.clock.advance(LONG_AFTER_MS);
  const heir = process();
  await office.outbox([heir]).drain();
  expect(heir.calls).toEqual(['lookUp a', 'post a']);
  end.open();
  await abandoned;
  expect(messages.map(({ key }) => key)).toEqual(['a']);
});

test('stopping waits for what is under way, and leaves the rest for another process', async () => {
  const names = ['a', 'b', 'c'];
  await office.record(names.map((key) => post(key, { purpose: 'notice' })));
  const slow = process();
  const end = gate();
  slow.afterPost = () => end.opened;
  const outbox = office.outbox([slow]);
  outbox.start();
  await eventually(() => messages.length === 1);
  const stopped = outbox.stop();
  end.open();
  await stopped;
  expect(messages.map(({ key }) => key)).toEqual(['a']);
  await office.outbox([process()]).drain();
  expect(messages.map(({ key }) => key)).toEqual(names);
});

test('a document that was just written is worked on at once, and one that nobody announced by the next poll', async () => {
  const chat = process();
  const outbox = office.outbox([chat], { options: { pollMs: 20 } });
  const kicked = await office.record([post('a')]);
  outbox.kick(kicked);
  await eventually(() => messages.length === 1);
  outbox.start();
  await office.record([post('b')]);
  await eventually(() => messages.length === 2);
  await outbox.stop();
  expect(chat.calls).toEqual(['post a', 'post b']);
});
