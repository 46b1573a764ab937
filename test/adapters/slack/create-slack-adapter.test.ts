import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSlackAdapter } from '../../../adapters/slack/create-adapter.ts';
import { words } from '../../../src/chat/text.ts';
import { eventually } from '../../support/eventually.ts';
import { GENERAL, LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';
import { card, form } from './samples.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

test('posts a card that Slack takes, and says where it stands', async () => {
  const outcome = await bot.adapter.post({ kind: 'channel', channel: GENERAL }, card, 'effect-1', 'zh-CN');

  const [message] = bot.slack.messagesIn(GENERAL);
  expect(outcome).toEqual({
    outcome: 'sent',
    place: { platform: 'slack', workspace: 'T0001', channel: GENERAL, message: message?.ts },
  });
  expect(message?.metadata).toEqual({ event_type: 'qmbot_effect', event_payload: { key: 'effect-1' } });
});

test('a slash command opens a form, whose answers come back in the shapes of the port', async () => {
  bot.answer((interaction) =>
    interaction.kind === 'command' ? { kind: 'form', form } : { kind: 'toast', tone: 'good', text: words('已报告') },
  );
  const command = await bot.slack.slash(LI, '/finding', ' new ', GENERAL);
  expect(command).toMatchObject({ status: 200, text: '' });
  expect(bot.seen[0]).toMatchObject({ kind: 'command', noun: 'finding', text: 'new', userId: LI, channel: GENERAL });

  const submitted = await bot.slack.submitView(LI, bot.slack.openView(LI), {
    seen: '三件备件没有登记 <!channel>',
    day: '2026-11-20',
    kind: 'minor',
    owners: ['p2'],
    cost: '12.5',
  });

  expect(submitted).toMatchObject({ status: 200, view: null });
  expect(bot.seen[1]).toMatchObject({
    kind: 'submit',
    form: 'finding.report',
    context: { draft: 'D1' },
    answers: { seen: '三件备件没有登记 <!channel>', day: '2026-11-20', kind: 'minor', owners: ['p2'], cost: 12.5 },
  });
  const toast = await eventually(() => {
    const [shown] = bot.slack.shownTo(LI);
    if (!shown) throw new Error('nothing was shown');
    return shown;
  });
  expect(toast).toMatchObject({ channel: GENERAL, text: '已报告' });
});

test('a pressed button says which card and what value', async () => {
  await bot.adapter.post({ kind: 'channel', channel: GENERAL }, card, 'effect-1', 'zh-CN');
  const [message] = bot.slack.messagesIn(GENERAL);
  if (!message) throw new Error('no message');

  await bot.slack.press(LI, message, 'finding.approve');

  expect(bot.seen[0]).toMatchObject({
    kind: 'press',
    action: 'finding.approve',
    value: { number: 'FD-2026-0001', round: 1 },
    place: { platform: 'slack', workspace: 'T0001', channel: GENERAL, message: message.ts },
  });
});

describe('starting', () => {
  const create = (botToken: string, apiUrl: string) =>
    createSlackAdapter({
      botToken,
      apiUrl,
      signingSecret: 's',
      http: fastify(),
      clock: bot.clock,
      log: pino({ level: 'silent' }),
      handle: () => Promise.resolve({ kind: 'nothing' }),
      accept: () => Promise.resolve(),
    });

  test('with a bad token fails by name', async () => {
    await expect(create('xoxb-wrong', bot.slack.apiUrl)).rejects.toThrow('slack.tokenRefused reason=invalid_auth');
  });

  test('without Slack fails by name', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    await expect(create('xoxb-x', `http://127.0.0.1:${port}/api/`)).rejects.toThrow('slack.unreachable');
  });
});

test('connections are kept between calls, and closed with the adapter, which can be started again', async () => {
  const post = () => bot.adapter.post({ kind: 'channel', channel: GENERAL }, card, 'k', 'zh-CN');
  await post();
  expect(await bot.slack.connections()).toBeGreaterThan(0);
  await bot.adapter.stop();
  await eventually(async () => expect(await bot.slack.connections()).toBe(0));
  // What the outbox finishes after the stop still goes out.
  expect(await post()).toMatchObject({ outcome: 'sent' });
  await bot.adapter.start();
  expect((await bot.slack.slash(LI, '/qm', 'help', GENERAL)).status).toBe(200);
});
