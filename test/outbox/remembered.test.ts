import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Outbox } from '../../src/outbox/outbox.ts';
import { openPostOffice, type PostOffice, post } from './post-office.ts';
import { type ScriptedAdapter, scriptAdapter } from './scripted-adapter.ts';

let office: PostOffice;
let chat: ScriptedAdapter;
let outbox: Outbox;

const route = 'slack:local';
/** Two messages to one conversation, of which the second waits a second for its turn. */
const two = [post('a', { route }), post('b', { route })];
const titles = () => chat.messages.map(({ card }) => card.title);

beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.clear();
  office.read();
  chat = scriptAdapter(office.clock, 'slack');
  outbox = office.outbox([chat]);
});

test('a document of which a message waits for its turn is not read again for it', async () => {
  const id = await office.record(two);
  await outbox.drain();
  expect(titles()).toEqual(['N-1 v1 for all']);
  expect(office.read()).toBe(1);
  office.clock.advance(1_000);
  await outbox.drain();
  expect(titles()).toEqual(['N-1 v1 for all retired', 'N-1 v1 for all']);
  expect(office.read()).toBe(0);
  expect(await office.load(id)).toMatchObject({ pending: 0, effects: [] });
});

test('a document that was changed by another process while a message waited is read before that is sent', async () => {
  const id = await office.record(two);
  await outbox.drain();
  await office.decide(id);
  office.clock.advance(1_000);
  await outbox.drain();
  expect(titles().at(-1)).toBe('N-1 v2 for all');
  expect(await office.load(id)).toMatchObject({ pending: 0, effects: [], version: 2 });
});

test('a message that waits for longer than for its turn is read again when its time has come', async () => {
  const notBefore = new Date(office.clock.now().getTime() + 3_600_000);
  await office.record([post('a', { route }), post('b', { route, notBefore })]);
  await outbox.drain();
  expect(office.read()).toBe(1);
  office.clock.advance(3_600_000);
  await outbox.drain();
  expect(office.read()).toBe(1);
  expect(titles()).toHaveLength(2);
});
