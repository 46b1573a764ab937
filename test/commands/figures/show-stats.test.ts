import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Conversation, openConversation, textOf } from '../../worlds/conversation.ts';

let room: Conversation;
beforeAll(async () => {
  room = await openConversation();
  await room.reported();
  await room.reported();
  room.engine.at('2026-11-26T02:00:00Z');
});
afterAll(() => room.close());

test('figures are shown to the asker alone, with how they are computed', async () => {
  const reply = await room.say('emily', 'stats since 2026-01-01', 'finding');
  expect(reply).toMatchObject({ kind: 'card', card: { title: 'Findings since 1 Jan 2026' } });
  const text = textOf(reply);
  expect(text).toContain('Open: 2');
  expect(text).toContain('Overdue now: 2');
  expect(text).toContain('Awaiting triage  2');
});

test('of a department are those of its records', async () => {
  expect(textOf(await room.say('emily', 'stats department Operations', 'finding'))).toContain('Open: 0');
});

test('that are not understood are answered with what was probably meant', async () => {
  expect(textOf(await room.say('emily', 'stats deparment omd', 'finding'))).toMatch(/was not understood/);
});
