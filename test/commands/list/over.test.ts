import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { copyRecord } from '../../support/copy-record.ts';
import { type Conversation, openConversation, textOf, textOfCard } from '../../worlds/conversation.ts';

let room: Conversation;
beforeAll(async () => {
  room = await openConversation();
  await copyRecord(room.engine.connection, await room.reported(), 1_100);
});
afterAll(() => room.close());

const cardOf = (reply: Reply) => {
  if (reply.kind !== 'card') throw new Error(textOf(reply));
  return reply.card;
};

test('a list of more than a thousand says so, in both languages, and goes on to its next page', async () => {
  const chinese = cardOf(await room.say('li-na', 'list', 'finding'));
  expect(chinese.title).toBe('未关闭的发现项（超过 1000 条）');
  expect(textOfCard(chinese)).toContain('第 1–10 条，总数超过 1000 条');
  const english = cardOf(await room.say('emily', 'list', 'finding'));
  expect(english.title).toBe('Open findings (over 1,000)');
  expect(textOfCard(english)).toContain('1–10 of over 1,000');
  expect(JSON.stringify(english.blocks)).toContain('"label":"Next"');
});

test('page after page leads beyond the thousandth, to the last', async () => {
  const further = await room.press('emily', 'finding.list', { q: 'open', page: 109 });
  expect(textOf(further)).toBe('Open findings (over 1,000) 1091–1100 of over 1,000');
  const last = await room.press('emily', 'finding.list', { q: 'open', page: 110 });
  expect(textOf(last)).toBe('Open findings (over 1,000) 1101–1101 of over 1,000');
});

test('one’s own desk says so too: the home, what waits, what may be decided', async () => {
  expect(cardOf(await room.say('li-na', 'mine')).title).toBe('待我处理（超过 1000 条）');
  expect(textOfCard(cardOf(await room.say('li-na', 'approvals')))).toContain('第 1 项，总数超过 1000 项');
});
