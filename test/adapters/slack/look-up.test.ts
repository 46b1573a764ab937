import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Target } from '../../../src/chat/port.ts';
import { GENERAL, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';
import { card } from './samples.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

const general: Target = { kind: 'channel', channel: GENERAL };
const post = () => bot.adapter.post(general, card, 'effect-1', 'zh-CN');
const lookUp = (key = 'effect-1') => bot.adapter.lookUp(general, key, bot.clock.now());

test('looking up a post finds it by its key, on any page', async () => {
  const sent = await post();
  for (let count = 0; count < 250; count += 1) {
    bot.slack.world.messages.push({
      kind: 'message',
      channel: GENERAL,
      ts: `${1.9e9 + count}.1`,
      text: 'x',
      blocks: [],
    });
  }
  expect(await lookUp()).toEqual({ found: 'yes', place: sent.outcome === 'sent' ? sent.place : null });
  expect(await lookUp('effect-2')).toEqual({ found: 'no' });
});

test('looking up a post is not misled by the metadata of another app', async () => {
  const metadata = { event_type: 'qmbot_effect', event_payload: { key: 'effect-1' } };
  bot.slack.world.messages.push({
    kind: 'message',
    channel: GENERAL,
    ts: '1900000000.1',
    bot_id: 'B0OTHER',
    text: 'x',
    blocks: [],
    metadata,
  });
  expect(await lookUp()).toEqual({ found: 'no' });
});

test('looking up a post does not see what was sent long before', async () => {
  await post();
  bot.clock.advance(3_600_000);
  expect(await lookUp()).toEqual({ found: 'no' });
});

test.each([
  ['a channel the bot has left', { kind: 'error', code: 'not_in_channel' }, 'not_in_channel'],
  ['a limit of the rate', { kind: 'rateLimited', retryAfter: 1 }, 'limited'],
  ['a cut connection', { kind: 'dropAfter' }, 'unclear'],
] as const)('looking up a post cannot say after %s', async (_, fault, reason) => {
  bot.slack.failNext('conversations.history', fault);
  expect(await lookUp()).toEqual({ found: 'unclear', reason });
});
