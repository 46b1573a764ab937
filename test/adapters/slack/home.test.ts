import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import { GENERAL, LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';
import { toast } from './slow-router.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

const home = (text: string): Reply => ({
  kind: 'card',
  card: {
    title: '我的质量工作',
    tone: 'neutral',
    summary: '我的质量工作',
    blocks: [
      { kind: 'text', text: words(text) },
      { kind: 'buttons', buttons: [{ action: 'qm.mine', label: '待我处理', value: {} }] },
    ],
  },
});
const shown = () => JSON.stringify(bot.slack.world.homes.get(LI) ?? null);

test('opening the home is taken in; opening the messages is nothing', async () => {
  await bot.slack.openHome(LI, 'messages');
  expect((await bot.slack.openHome(LI)).status).toBe(200);
  expect(bot.kept).toMatchObject([{ kind: 'opened', userId: LI, direct: true }]);
});

test('a card is drawn as the home of its person', async () => {
  expect(await bot.adapter.showHome?.(LI, home('三项'), 'zh-CN')).toEqual({ outcome: 'done' });
  expect(shown()).toContain('我的质量工作');
  expect(shown()).toContain('三项');
});

test('an unknown user reads why there', async () => {
  await bot.adapter.showHome?.(LI, toast('还不认识您'), 'zh-CN');
  expect(shown()).toContain('还不认识您');
});

test.each([
  ['is switched off', { kind: 'error', code: 'not_enabled' }, 'gone'],
  ['is limited', { kind: 'rateLimited', retryAfter: 7 }, 'later'],
  ['got no answer', { kind: 'dropAfter' }, 'later'],
] as const)('a home that %s is told as an outcome', async (_, fault, outcome) => {
  bot.slack.failNext('views.publish', fault);
  expect(await bot.adapter.showHome?.(LI, home(''), 'zh-CN')).toMatchObject({ outcome });
});

test('is redrawn after its person’s actions, and only for those who have it open', async () => {
  bot.answer((interaction) => (interaction.kind === 'opened' ? home('两项') : toast('好的')));
  await bot.slack.slash(LI, '/qm', 'mine', GENERAL);
  await bot.slack.useShortcut(LI, 'qm.mine');
  await bot.settle();
  expect(shown()).toBe('null');
  await bot.slack.openHome(LI);
  await bot.slack.useShortcut(LI, 'qm.mine');
  await bot.settle();
  expect(shown()).toContain('两项');
});

test('a press in the home has no channel, is answered in a direct message, and redraws the home', async () => {
  await bot.adapter.showHome?.(LI, home('三项'), 'zh-CN');
  bot.answer((interaction) => (interaction.kind === 'opened' ? home('两项') : toast('没有待办')));
  expect((await bot.slack.pressHome(LI, 'qm.mine')).status).toBe(200);
  await bot.settle();
  expect(bot.seen[0]).toMatchObject({ kind: 'press', action: 'qm.mine' });
  expect(bot.seen[0]).not.toHaveProperty('place');
  const direct = [...bot.slack.world.channels.values()].find(({ user }) => user === LI);
  expect(bot.slack.messagesIn(direct?.id ?? '')).toMatchObject([{ text: '没有待办' }]);
  expect(shown()).toContain('两项');
});

test('a home that cannot be drawn is no trouble of the press that led to it', async () => {
  await bot.slack.openHome(LI);
  bot.slack.failNext('views.publish', { kind: 'error', code: 'internal_error' });
  bot.answer((interaction) => (interaction.kind === 'opened' ? home('两项') : toast('好的')));
  expect((await bot.slack.useShortcut(LI, 'qm.mine')).status).toBe(200);
  await bot.settle();
  expect(bot.logged.join()).toContain('a home was not drawn');
});

test('what takes the place of a private card for good is put there, and said nowhere else', async () => {
  const next = home('第二项');
  if (next.kind !== 'card') throw new Error('no card');
  bot.answer(() => home('第一项'));
  await bot.slack.slash(LI, '/qm', 'approvals', GENERAL);
  const [first] = bot.slack.shownTo(LI);
  if (!first) throw new Error('nothing was shown');
  bot.answer(() => ({ kind: 'toast', tone: 'good', text: words('已通过'), next: next.card }));
  await bot.slack.press(LI, first, 'qm.mine');
  await bot.settle();
  expect(bot.slack.shownTo(LI)).toHaveLength(1);
  expect(JSON.stringify(bot.slack.shownTo(LI))).toContain('第二项');
});
