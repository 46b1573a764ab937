import { expect, onTestFinished, test } from 'vitest';
import { deadlines } from '../../../adapters/slack/limits.ts';
import { GENERAL, LI, openSlackAdapter, WANG } from '../../worlds/slack.ts';
import { card, form } from './samples.ts';
import { slowRouter, toast } from './slow-router.ts';

async function start() {
  const bot = await openSlackAdapter({ within: { answer: 50, backgroundCall: 200 } });
  onTestFinished(() => bot.close());
  return bot;
}

test('a command that takes longer than Slack waits is answered twice: that it does, and what came of it', async () => {
  const bot = await start();
  const letGo = slowRouter(bot, toast('done'));
  expect(await bot.slack.slash(WANG, '/qm', 'mine', GENERAL)).toMatchObject({ status: 200 });
  letGo();
  await bot.settle();
  expect(bot.shownTexts(WANG)).toEqual([expect.stringContaining('This takes longer than usual'), 'done']);
});

test('so is a press', async () => {
  const bot = await start();
  await bot.adapter.post({ kind: 'channel', channel: GENERAL }, card, 'k', 'zh-CN');
  const [message] = bot.slack.messagesIn(GENERAL);
  if (!message) throw new Error('no card');
  const letGo = slowRouter(bot, toast('好了'));
  expect(await bot.slack.press(LI, message, 'finding.approve')).toMatchObject({ status: 200 });
  letGo();
  await bot.settle();
  expect(bot.shownTexts(LI)).toEqual([expect.stringContaining('处理时间比平时长'), '好了']);
});

test('a form whose submit takes longer stays open and says so; then it shows what came of it', async () => {
  const bot = await start();
  bot.answer(() => ({ kind: 'form', form }));
  await bot.slack.slash(LI, '/finding', 'new', GENERAL);
  await bot.settle();
  const letGo = slowRouter(bot, toast('已报告'));
  const submitted = await bot.slack.submitView(LI, bot.slack.openView(LI), { seen: '三件备件没有登记', kind: 'minor' });
  expect(submitted.errors).toEqual({
    seen: '处理时间比平时长，还没有得到确认。请稍后再次提交：内容都还在，不会重复处理。',
  });
  letGo();
  await bot.settle();
  expect(bot.slack.openView(LI).body.submit).toBeUndefined();
  expect(JSON.stringify(bot.slack.openView(LI).body)).toContain('已报告');
  expect(bot.shownTexts(LI).at(-1)).toBe('已报告');
});

test('the next form, when it comes late, takes the place of the one that was submitted', async () => {
  const bot = await start();
  bot.answer(() => ({ kind: 'form', form }));
  await bot.slack.slash(LI, '/finding', 'new', GENERAL);
  await bot.settle();
  const letGo = slowRouter(bot, { kind: 'form', form: { ...form, id: 'finding.more' } });
  await bot.slack.submitView(LI, bot.slack.openView(LI), { seen: '三件备件没有登记', kind: 'minor' });
  letGo();
  await bot.settle();
  expect(bot.slack.openView(LI).body.callback_id).toBe('finding.more');
});

test('text is not acknowledged before it is decided: Slack delivers it again, and it is answered once', async () => {
  const bot = await start();
  const letGo = slowRouter(bot, toast('没有待办'));
  const said = await bot.slack.say(LI, 'mine');
  expect(said.status).toBe(500);
  letGo();
  expect(await bot.slack.redeliver(said.request)).toMatchObject({ status: 200 });
  await bot.settle();
  expect(bot.seen).toHaveLength(1);
  expect(bot.slack.world.messages.map((message) => message.text)).toEqual(['没有待办']);
});

test('a post that is never answered is given up, and is found by looking it up', async () => {
  const bot = await start();
  bot.slack.failNext('chat.postMessage', { kind: 'hang' });
  const target = { kind: 'channel', channel: GENERAL } as const;
  expect(await bot.adapter.post(target, card, 'effect-1', 'zh-CN')).toMatchObject({
    outcome: 'unknown',
    reason: 'TimeoutError',
  });
  expect(await bot.adapter.lookUp(target, 'effect-1', bot.clock.now())).toMatchObject({ found: 'yes' });
});

test('Slack, which waits three seconds, is left half a second for the way', () => {
  expect(deadlines.answer).toBeLessThanOrEqual(2_500);
});
