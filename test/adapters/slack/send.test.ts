import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../../../src/chat/interaction.ts';
import type { Target } from '../../../src/chat/port.ts';
import type { Fault } from '../../stand-ins/slack/faults.ts';
import { ARCHIVED, FOREIGN, GENERAL, LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';
import { card } from './samples.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

const general: Target = { kind: 'channel', channel: GENERAL };
const post = (target: Target = general) => bot.adapter.post(target, card, 'effect-1', 'zh-CN');

/** What became of a post, and whether the message stands. */
const faults: readonly (readonly [string, Fault, object, boolean])[] = [
  [
    'a 429 that says how long',
    { kind: 'rateLimited', retryAfter: 7 },
    { outcome: 'later', afterMs: 7_000, scope: 'channel', reason: 'ratelimited' },
    false,
  ],
  ['a 429 that does not', { kind: 'rateLimited' }, { outcome: 'later', afterMs: 30_000, scope: 'channel' }, false],
  ['the code ratelimited', { kind: 'error', code: 'ratelimited' }, { outcome: 'later', scope: 'channel' }, false],
  ['503', { kind: 'status', status: 503 }, { outcome: 'unknown', reason: 'http 503' }, false],
  ['500', { kind: 'status', status: 500 }, { outcome: 'unknown', reason: 'http 500' }, false],
  ['a connection cut after the message was taken', { kind: 'dropAfter' }, { outcome: 'unknown' }, true],
  ['a connection cut before', { kind: 'dropBefore' }, { outcome: 'unknown' }, false],
  ['an answer that is no JSON', { kind: 'garbled' }, { outcome: 'unknown', reason: 'unreadable answer' }, true],
  [
    'fatal_error, after which some of it may be done',
    { kind: 'error', code: 'fatal_error' },
    { outcome: 'unknown', reason: 'fatal_error' },
    false,
  ],
  [
    'internal_error',
    { kind: 'error', code: 'internal_error' },
    { outcome: 'unknown', reason: 'internal_error' },
    false,
  ],
  [
    'a token that was revoked',
    { kind: 'error', code: 'token_revoked' },
    { outcome: 'later', afterMs: 900_000, scope: 'workspace', reason: 'token_revoked' },
    false,
  ],
  [
    'a scope that is missing',
    { kind: 'error', code: 'missing_scope' },
    { outcome: 'later', scope: 'workspace', reason: 'missing_scope' },
    false,
  ],
  [
    'blocks that are refused',
    { kind: 'error', code: 'invalid_blocks' },
    { outcome: 'refused', reason: 'invalid_blocks' },
    false,
  ],
  [
    'a code we never heard of',
    { kind: 'error', code: 'posting_is_art' },
    { outcome: 'refused', reason: 'posting_is_art' },
    false,
  ],
];

describe('a post', () => {
  test.each(faults)('that meets %s is tried once and comes out so', async (_, fault, outcome, stands) => {
    bot.slack.failNext('chat.postMessage', fault);
    expect(await post()).toMatchObject(outcome);
    expect(bot.slack.messagesIn(GENERAL)).toHaveLength(stands ? 1 : 0);
    expect(bot.slack.calls.filter((call) => call.method === 'chat.postMessage')).toHaveLength(1);
  });

  test('that is answered slowly is sent', async () => {
    bot.slack.failNext('chat.postMessage', { kind: 'slow', ms: 300 });
    expect(await post()).toMatchObject({ outcome: 'sent' });
  });

  test.each([
    ['an unknown channel', 'C0NOWHERE', 'channel_not_found'],
    ['a channel the bot is not in', FOREIGN, 'not_in_channel'],
    ['an archived channel', ARCHIVED, 'is_archived'],
  ])('to %s is refused', async (_, channel, reason) => {
    expect(await post({ kind: 'channel', channel })).toEqual({ outcome: 'refused', reason });
  });

  test('of a card Slack could not show is refused without asking Slack', async () => {
    const blocks = Array.from({ length: 60 }, () => ({ kind: 'divider' }) as const);
    expect(await bot.adapter.post(general, { ...card, blocks }, 'k', 'en')).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('slack.unfit'),
    });
    expect(bot.slack.calls.some((call) => call.method === 'chat.postMessage')).toBe(false);
  });

  test('does not hold up an interactive call when Slack limits the rate', async () => {
    bot.slack.failNext('chat.postMessage', { kind: 'rateLimited', retryAfter: 30 });
    await post();
    bot.answer(() => ({
      kind: 'form',
      form: { id: 'a.b', title: 'x', submit: 'x', cancel: 'x', context: {}, fields: [] },
    }));
    expect(await bot.slack.slash(LI, '/finding', 'new', GENERAL)).toMatchObject({ status: 200, text: '' });
    expect(bot.slack.openView(LI).body.callback_id).toBe('a.b');
  });
});

describe('a direct message', () => {
  test('goes to the conversation with the person, asked for once', async () => {
    const [first, second] = [await post({ kind: 'user', userId: LI }), await post({ kind: 'user', userId: LI })];
    expect(first).toMatchObject({ outcome: 'sent', place: { channel: expect.stringMatching(/^D/) } });
    expect(second).toMatchObject({ outcome: 'sent' });
    expect(bot.slack.calls.filter((call) => call.method === 'conversations.open')).toHaveLength(1);
  });

  test('to nobody is refused', async () => {
    expect(await post({ kind: 'user', userId: 'U0NOBODY' })).toEqual({ outcome: 'refused', reason: 'user_not_found' });
  });

  test('whose conversation cannot be opened is surely not sent', async () => {
    bot.slack.failNext('conversations.open', { kind: 'dropAfter' });
    expect(await post({ kind: 'user', userId: LI })).toMatchObject({ outcome: 'later', scope: 'workspace' });
  });
});

test('nothing is sent while Slack cannot be reached', async () => {
  await bot.slack.close();
  expect(await post()).toMatchObject({ outcome: 'later', scope: 'workspace', reason: 'ECONNREFUSED' });
});

describe('a refresh', () => {
  async function placed(): Promise<Place> {
    const outcome = await post();
    if (outcome.outcome !== 'sent') throw new Error('not sent');
    return outcome.place;
  }

  test('redraws the card and leaves its key', async () => {
    expect(await bot.adapter.refresh(await placed(), { ...card, summary: '已批准' }, 'zh-CN')).toEqual({
      outcome: 'done',
    });
    expect(bot.slack.messagesIn(GENERAL)).toMatchObject([
      { text: '已批准', edited: true, metadata: { event_payload: { key: 'effect-1' } } },
    ]);
  });

  test.each([
    ['message_not_found', 'gone'],
    ['cant_update_message', 'gone'],
    ['edit_window_closed', 'gone'],
    ['token_revoked', 'later'],
    ['internal_error', 'later'],
  ])('that meets %s comes out as %s', async (code, outcome) => {
    const place = await placed();
    bot.slack.failNext('chat.update', { kind: 'error', code });
    expect(await bot.adapter.refresh(place, card, 'zh-CN')).toMatchObject({ outcome, reason: code });
  });

  test.each<[string, Fault]>([
    ['a 429', { kind: 'rateLimited', retryAfter: 3 }],
    ['503', { kind: 'status', status: 503 }],
    ['a cut connection', { kind: 'dropAfter' }],
  ])('that meets %s is to be repeated', async (_, fault) => {
    const place = await placed();
    bot.slack.failNext('chat.update', fault);
    expect(await bot.adapter.refresh(place, card, 'zh-CN')).toMatchObject({ outcome: 'later' });
  });

  test('of a message that was deleted says so', async () => {
    const place = await placed();
    bot.slack.world.messages.length = 0;
    expect(await bot.adapter.refresh(place, card, 'zh-CN')).toEqual({ outcome: 'gone', reason: 'message_not_found' });
  });
});
