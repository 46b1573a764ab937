import fastify from 'fastify';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSlackAdapter } from '../../../adapters/slack/create-adapter.ts';
import { eventually } from '../../support/eventually.ts';
import { GENERAL, LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';
import { card, form } from './samples.ts';
import { toast } from './slow-router.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter({ socketMode: true });
});
afterEach(() => bot.close());

test('in Socket Mode a command opens a form, whose answers arrive and are answered', async () => {
  bot.answer((interaction) => (interaction.kind === 'command' ? { kind: 'form', form } : toast('已报告')));
  expect(await bot.slack.slash(LI, '/finding', 'new', GENERAL)).toMatchObject({ status: 200 });
  const submitted = await bot.slack.submitView(LI, bot.slack.openView(LI), { seen: '三件备件没有登记', kind: 'minor' });
  expect(submitted.view).toBeNull();
  await bot.settle();
  expect(bot.seen[1]).toMatchObject({ kind: 'submit', answers: { seen: '三件备件没有登记', kind: 'minor' } });
  expect(bot.shownTexts(LI)).toEqual(['已报告']);
});

test('in Socket Mode a press and a message are answered', async () => {
  bot.answer(() => toast('好'));
  await bot.adapter.post({ kind: 'channel', channel: GENERAL }, card, 'k', 'zh-CN');
  const [message] = bot.slack.messagesIn(GENERAL);
  if (message) await bot.slack.press(LI, message, 'finding.approve');
  await bot.slack.mention(LI, GENERAL, 'mine');
  await eventually(() => expect(bot.shownTexts(LI)).toEqual(['好', '好']));
  expect(bot.seen.map((each) => each.kind)).toEqual(['press', 'command']);
});

test('in Socket Mode a connection that is cut is made again', async () => {
  bot.slack.dropSockets();
  await eventually(async () => expect((await bot.slack.slash(LI, '/qm', 'help', GENERAL)).status).toBe(200));
});

test('in Socket Mode nothing is taken over HTTP', async () => {
  const response = await fetch(`${bot.url}/slack/events`, { method: 'POST', body: '{}' });
  expect(response.status).toBe(404);
});

const create = (tokens: object) =>
  createSlackAdapter({
    botToken: bot.slack.botToken,
    apiUrl: bot.slack.apiUrl,
    http: fastify(),
    clock: bot.clock,
    log: pino({ level: 'silent' }),
    handle: () => Promise.resolve({ kind: 'nothing' }),
    accept: () => Promise.resolve(),
    ...tokens,
  });

test('an app token that Slack refuses ends the start by name', async () => {
  const adapter = await create({ appToken: 'xapp-wrong' });
  await expect(adapter.start()).rejects.toThrow('slack.appTokenRefused reason=invalid_auth');
  await adapter.stop();
});

test('without a signing secret and without an app token there is no way in, and that is said', async () => {
  await expect(create({})).rejects.toThrow('slack.noSigningSecret');
});

test.each(['warning', 'refresh_requested'] as const)(
  'in Socket Mode a connection that Slack ends with "%s" is reopened, and what comes then is answered',
  async (reason) => {
    bot.answer(() => toast('好'));
    bot.slack.sockets.askToReconnect(reason);
    await eventually(() => expect(bot.slack.sockets.opened()).toBe(2));
    await eventually(async () => expect((await bot.slack.slash(LI, '/qm', 'help', GENERAL)).status).toBe(200));
    expect(bot.slack.sockets.count()).toBe(1);
  },
);

test('in Socket Mode an event whose connection was cut before its acknowledgement is delivered again and answered once', async () => {
  bot.answer(() => toast('好'));
  bot.slack.sockets.dropAtNextEnvelope();
  const lost = await bot.slack.mention(LI, GENERAL, 'mine');
  expect(lost.status).toBe(0);
  await eventually(() => expect(bot.slack.sockets.count()).toBe(1));
  await eventually(async () => expect((await bot.slack.redeliver(lost.request)).status).toBe(200));
  await bot.settle();
  expect(bot.shownTexts(LI)).toEqual(['好']);
});

test('in Socket Mode a burst in whose middle the connection is cut loses nothing and doubles nothing', async () => {
  bot.answer((interaction) => toast(interaction.kind === 'command' ? interaction.text : ''));
  const texts = Array.from({ length: 12 }, (_, index) => `show ${index + 1}`);
  const sent = texts.map((text, index) => {
    if (index === 6) bot.slack.dropSockets();
    return bot.slack.mention(LI, GENERAL, text);
  });
  const lost = (await Promise.all(sent)).filter(({ status }) => status !== 200);
  expect(lost.length).toBeGreaterThan(0);
  await eventually(() => expect(bot.slack.sockets.count()).toBe(1));
  for (const { request } of lost) {
    await eventually(async () => expect((await bot.slack.redeliver(request)).status).toBe(200));
  }
  await bot.settle();
  expect(bot.shownTexts(LI).toSorted()).toEqual(texts.toSorted());
});
