import { afterEach, expect, test } from 'vitest';
import type { Target } from '../../../src/chat/port.ts';
import { cardOf, charts } from '../../renderers/chart-samples.ts';
import { readPng } from '../../support/read-png.ts';
import { type Bot, GENERAL, LI, startBot } from './start-bot.ts';

let bot: Bot;
afterEach(() => bot.close());

const general: Target = { kind: 'channel', channel: GENERAL };
const card = cardOf(charts.overdue, charts.causes);
const post = (key = 'effect-1') => bot.adapter.post(general, card, key, 'zh-CN');
const calls = (method: string) => bot.slack.calls.filter((call) => call.method === method).length;
const kinds = () => bot.slack.messagesIn(GENERAL).map(({ blocks }) => blocks.map(({ type }) => type));
const WEEK = 7 * 24 * 3_600_000;

const native = ['header', 'data_visualization', 'data_visualization'];
const pictures = ['header', 'image', 'image'];
const inWords = ['header', 'rich_text', 'rich_text'];

test('a workspace with charts of Slack’s own gets them at the first attempt', async () => {
  bot = await startBot();
  expect(await post()).toMatchObject({ outcome: 'sent' });
  expect(kinds()).toEqual([native]);
  expect(calls('chat.postMessage')).toBe(1);
});

test('a workspace without them gets pictures, once, and is not asked again for a week', async () => {
  bot = await startBot();
  bot.slack.world.hasCharts = false;
  expect(await post()).toMatchObject({ outcome: 'sent' });
  expect(kinds()).toEqual([pictures]);
  const files = [...bot.slack.world.files.values()];
  expect(files.map(({ content }) => readPng(content).width)).toEqual([1200, 1200]);

  expect(await post('effect-2')).toMatchObject({ outcome: 'sent' });
  // Refused once, then posted twice; the same pictures are not uploaded again.
  expect(calls('chat.postMessage')).toBe(3);
  expect(calls('files.completeUploadExternal')).toBe(2);

  bot.slack.world.hasCharts = true;
  bot.clock.advance(WEEK);
  await post('effect-3');
  expect(kinds()).toEqual([pictures, pictures, native]);
});

test('a user who cannot see a picture is told its numbers', async () => {
  bot = await startBot({ charts: 'picture' });
  await post();
  const block = bot.slack.messagesIn(GENERAL)[0]?.blocks[1];
  expect(block).toMatchObject({ type: 'image', title: { text: '各部门逾期（项）' } });
  expect(JSON.stringify(block)).toContain('运维管理部：上周 5，本周 7');
});

test('a setting forces pictures, or never uploads one', async () => {
  bot = await startBot({ charts: 'picture' });
  await post();
  expect(kinds()).toEqual([pictures]);
  await bot.close();
  bot = await startBot({ charts: 'native' });
  bot.slack.world.hasCharts = false;
  await post();
  expect(kinds()).toEqual([inWords]);
  expect(calls('files.getUploadURLExternal')).toBe(0);
});

test.each(['files.getUploadURLExternal', 'files.completeUploadExternal', 'files.info'])(
  'where %s is refused, words stand for pictures',
  async (method) => {
    bot = await startBot({ charts: 'picture' });
    bot.slack.failNext(method, { kind: 'error', code: 'missing_scope' });
    expect(await post()).toMatchObject({ outcome: 'sent' });
    expect(kinds()).toEqual([inWords]);
  },
);

test('a character that the font lacks is told in words', async () => {
  bot = await startBot({ charts: 'picture' });
  const strange = { ...charts.overdue, categories: ['𠮷', 'b', 'c', 'd', 'e'] };
  await bot.adapter.post(general, cardOf(strange), 'effect-1', 'zh-CN');
  expect(kinds()).toEqual([['header', 'rich_text']]);
});

test.each([
  ['a lost answer', { kind: 'dropAfter' } as const, 1],
  ['a hang', { kind: 'hang' } as const, 1],
  ['503', { kind: 'status', status: 503 } as const, 0],
])('after %s no other form is tried: the outcome is unknown', async (_name, fault, standing) => {
  bot = await startBot({ within: { backgroundCall: 300 } });
  bot.slack.failNext('chat.postMessage', fault);
  expect(await post()).toMatchObject({ outcome: 'unknown' });
  expect(calls('chat.postMessage')).toBe(1);
  expect(kinds()).toHaveLength(standing);
});

test('a refusal for its rate waits, and is no sign that there are no charts', async () => {
  bot = await startBot();
  bot.slack.failNext('chat.postMessage', { kind: 'rateLimited', retryAfter: 3 });
  expect(await post()).toMatchObject({ outcome: 'later' });
  await post();
  expect(kinds()).toEqual([native]);
});

test('a message that is refused in every form is refused, and nothing is concluded about charts', async () => {
  bot = await startBot();
  for (let count = 0; count < 3; count += 1) {
    bot.slack.failNext('chat.postMessage', { kind: 'error', code: 'invalid_blocks' });
  }
  expect(await post()).toEqual({ outcome: 'refused', reason: 'invalid_blocks' });
  await post('effect-2');
  expect(kinds()).toEqual([native]);
});

test('a private answer shows charts to the asker alone, in the form that the workspace takes', async () => {
  // However long the pictures take on a busy machine: that somebody is told of a slow answer is shown elsewhere.
  bot = await startBot({ within: { answer: 20_000 } });
  bot.slack.world.hasCharts = false;
  bot.answer(() => ({ kind: 'card', card, locale: 'zh-CN' }));
  await bot.slack.slash(LI, '/qm', 'digest preview', GENERAL);
  await bot.settle();
  expect(bot.slack.shownTo(LI).map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([pictures]);
});
