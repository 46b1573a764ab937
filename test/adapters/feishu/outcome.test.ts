import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Place } from '../../../src/chat/interaction.ts';
import type { RefreshOutcome, SendOutcome } from '../../../src/chat/port.ts';
import type { Fault } from '../../stand-ins/feishu/faults.ts';
import { eventually } from '../../support/eventually.ts';
import {
  card,
  group,
  liNa,
  type OpenFeishuAdapter,
  openFeishuAdapter,
  stranger,
  wangWei,
} from '../../worlds/feishu.ts';

let harness: OpenFeishuAdapter;
beforeEach(async () => {
  harness = await openFeishuAdapter();
});
afterEach(() => harness.close());

const create = 'POST /open-apis/im/v1/messages';
const token = 'POST /open-apis/auth/v3/tenant_access_token/internal';
const toGroup = { kind: 'channel', channel: group } as const;
const post = (key = 'k1') => harness.adapter.post(toGroup, card, key, 'zh-CN');
const standing = () => harness.feishu.world.messagesIn(group).length;
const day = 24 * 3_600_000;

async function postedPlace(): Promise<Place> {
  const outcome = await post();
  if (outcome.outcome !== 'sent') throw new Error(outcome.reason);
  return outcome.place;
}

test.each<[string, Fault, SendOutcome, number]>([
  [
    'a rate limit is later, for the whole workspace, when its header says',
    { kind: 'rateLimited', resetSeconds: 52 },
    { outcome: 'later', afterMs: 52_000, scope: 'workspace', reason: '99991400 (HTTP 429)' },
    0,
  ],
  [
    'too many messages to one chat is later, for that chat',
    { kind: 'refuse', code: 230020 },
    { outcome: 'later', afterMs: 1_000, scope: 'channel', reason: '230020 (HTTP 400)' },
    0,
  ],
  [
    'a month whose calls are used up is later by an hour',
    { kind: 'refuse', code: 99991403 },
    { outcome: 'later', afterMs: 3_600_000, scope: 'workspace', reason: '99991403 (HTTP 400)' },
    0,
  ],
  [
    'a gateway error is unknown',
    { kind: 'status', status: 502 },
    { outcome: 'unknown', reason: 'HTTP 502, not JSON' },
    0,
  ],
  [
    'an error of the server is unknown',
    { kind: 'refuse', code: 230000, status: 500 },
    { outcome: 'unknown', reason: '230000 (HTTP 500)' },
    0,
  ],
  ['an unreadable answer is unknown', { kind: 'garbage' }, { outcome: 'unknown', reason: 'HTTP 200, not JSON' }, 0],
  [
    'a connection dropped before is unknown',
    { kind: 'dropBefore' },
    { outcome: 'unknown', reason: 'UND_ERR_SOCKET' },
    0,
  ],
  [
    'a connection dropped after the message was taken is unknown',
    { kind: 'dropAfter' },
    { outcome: 'unknown', reason: 'UND_ERR_SOCKET' },
    1,
  ],
  [
    'a code within HTTP 200 is refused',
    { kind: 'refuse', code: 230018, status: 200 },
    { outcome: 'refused', reason: '230018 (HTTP 200)' },
    0,
  ],
  [
    'a refused card is refused, with the code inside',
    {
      kind: 'refuse',
      code: 230099,
      message: 'Failed to create card content, ext=ErrCode: 11310; ErrMsg: element exceeds the limit',
    },
    { outcome: 'refused', reason: '230099/11310 (HTTP 400)' },
    0,
  ],
])('%s', async (_, fault, outcome, stands) => {
  harness.feishu.failNext(create, fault);
  expect(await post()).toEqual(outcome);
  expect(standing()).toBe(stands);
});

test('a server that never answers is unknown after five seconds', async () => {
  harness.feishu.failNext(create, { kind: 'hang' });
  expect(await post()).toEqual({ outcome: 'unknown', reason: 'TimeoutError' });
  expect(standing()).toBe(1);
});

test('waits for a slow server', async () => {
  harness.feishu.failNext(create, { kind: 'slow', ms: 300 });
  expect(await post()).toMatchObject({ outcome: 'sent' });
});

test('a server that cannot be reached is later', async () => {
  await harness.feishu.close();
  // The first call still finds the connection that was kept open, and cannot tell.
  expect(await post()).not.toMatchObject({ outcome: 'sent' });
  expect(await post()).toEqual({ outcome: 'later', afterMs: 5_000, scope: 'workspace', reason: 'ECONNREFUSED' });
});

test.each([
  ['a group without the bot', { kind: 'channel', channel: 'oc_without' } as const, '230002'],
  ['a group there is none of', { kind: 'channel', channel: 'oc_none' } as const, '230034'],
  ['a person there is none of', { kind: 'user', userId: 'ou_none' } as const, '99992351'],
])('%s is refused', async (_, target, code) => {
  harness.feishu.world.addGroup('oc_without', false);
  expect(await harness.adapter.post(target, card, 'k1', 'zh-CN')).toEqual({
    outcome: 'refused',
    reason: `${code} (HTTP 400)`,
  });
});

test('a stale token is replaced and the call made once more', async () => {
  await post();
  harness.feishu.failNext(create, { kind: 'staleToken' });
  expect(await post('k2')).toMatchObject({ outcome: 'sent' });
  expect(harness.feishu.tokens.asked).toBe(2);
});

test('a token refused twice is later, for nothing was sent', async () => {
  harness.feishu.failNext(create, { kind: 'staleToken' });
  harness.feishu.failNext(create, { kind: 'staleToken' });
  expect(await post()).toMatchObject({ outcome: 'later', scope: 'workspace', reason: '99991663 (HTTP 400)' });
  expect(standing()).toBe(0);
});

test('without a token nothing was sent, no matter how the token request failed', async () => {
  for (const fault of [{ kind: 'dropAfter' }, { kind: 'garbage' }, { kind: 'status', status: 503 }] as const) {
    harness.pass(2 * 3_600_000);
    harness.feishu.failNext(token, fault);
    expect(await post()).toMatchObject({ outcome: 'later' });
  }
  expect(standing()).toBe(0);
});

test('asks for one token however many ask at once, and for the next before it ends', async () => {
  expect(harness.feishu.tokens.asked).toBe(1);
  harness.pass(2 * 3_600_000);
  await Promise.all(Array.from({ length: 20 }, (_, index) => post(`k${index}`)));
  expect(harness.feishu.tokens.asked).toBe(2);
});

test('the same key posts once within the hour, and gives the place that stands', async () => {
  harness.feishu.failNext(create, { kind: 'dropAfter' });
  expect(await post()).toMatchObject({ outcome: 'unknown' });
  const [message] = harness.feishu.world.messagesIn(group);
  expect(await post()).toMatchObject({ outcome: 'sent', place: { message: message?.id } });
  expect(standing()).toBe(1);
});

test('redraws a card', async () => {
  const place = await postedPlace();
  expect(await harness.adapter.refresh(place, { ...card, title: '已批准' }, 'zh-CN')).toEqual({ outcome: 'done' });
  expect(JSON.stringify(harness.feishu.world.find(place.message)?.card)).toContain('已批准');
});

test('a card older than 14 days is gone; the adapter promises 13', async () => {
  const place = await postedPlace();
  harness.pass(13 * day);
  expect(harness.adapter.refreshableForMs).toBe(13 * day);
  expect(await harness.adapter.refresh(place, card, 'zh-CN')).toEqual({ outcome: 'done' });
  harness.pass(1.01 * day);
  expect(await harness.adapter.refresh(place, card, 'zh-CN')).toEqual({ outcome: 'gone', reason: '230031 (HTTP 400)' });
});

test('a deleted card is gone', async () => {
  const place = await postedPlace();
  const message = harness.feishu.world.find(place.message);
  if (message) message.deleted = true;
  expect(await harness.adapter.refresh(place, card, 'zh-CN')).toEqual({ outcome: 'gone', reason: '230011 (HTTP 400)' });
});

test.each<[string, Fault, Partial<RefreshOutcome>]>([
  ['a rate limit', { kind: 'rateLimited', resetSeconds: 3 }, { outcome: 'later', afterMs: 3_000, scope: 'workspace' }],
  ['a gateway error', { kind: 'status', status: 502 }, { outcome: 'later', scope: 'channel' }],
  ['a dropped connection', { kind: 'dropAfter' }, { outcome: 'later', scope: 'channel' }],
])('a refresh that meets %s is later', async (_, fault, outcome) => {
  const place = await postedPlace();
  harness.feishu.failNext('PATCH /open-apis/im/v1/messages/', fault);
  expect(await harness.adapter.refresh(place, card, 'zh-CN')).toMatchObject(outcome);
});

test('says who a user is', async () => {
  harness.feishu.world.addPerson({ openId: 'ou_4', name: '已离职', email: 'gone@example.com', resigned: true });
  const of = (openId: string) => harness.adapter.user(openId);
  expect(await of(liNa.openId)).toEqual({
    userId: liNa.openId,
    name: '李娜',
    kind: 'member',
    email: 'li.na@example.com',
  });
  expect(await of(wangWei.openId)).toEqual({
    userId: wangWei.openId,
    name: '王伟',
    kind: 'member',
    mobile: '+8613800000000',
  });
  expect(await of('ou_4')).toMatchObject({ kind: 'external' });
  expect(await of(stranger.openId)).toBeNull();
  expect(await of('ou_none')).toBeNull();
  harness.feishu.failNext('GET /open-apis/contact', { kind: 'dropBefore' });
  expect(await of(liNa.openId)).toBeNull();
});

test('does not start with a secret that Feishu refuses, but does when Feishu is away', async () => {
  const late = await openFeishuAdapter({ start: false });
  late.feishu.failNext(token, { kind: 'refuse', code: 10014, status: 200 });
  await expect(late.adapter.start()).rejects.toThrow('feishu.credentials');
  late.feishu.failNext(token, { kind: 'dropBefore' });
  await late.adapter.start();
  expect((await late.feishu.say(liNa.openId, group, 'help')).answer?.status).toBe(200);
  expect(late.interactions).toHaveLength(1);
  await late.close();
});

test('connections are kept between calls, and closed with the adapter, which can be started again', async () => {
  await post('k1');
  expect(await harness.feishu.connections()).toBeGreaterThan(0);
  await harness.adapter.stop();
  await eventually(async () => expect(await harness.feishu.connections()).toBe(0));
  // What the outbox finishes after the stop still goes out.
  expect(await post('k2')).toMatchObject({ outcome: 'sent' });
  await harness.adapter.start();
  expect((await harness.feishu.say(liNa.openId, group, 'help')).answer?.status).toBe(200);
});
