import { buffer } from 'node:stream/consumers';
import type { Client, withTenantToken } from '@larksuiteoapi/node-sdk';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFeishuClient, type FeishuClient, type Outcome } from '../../../adapters/feishu/client.ts';
import type { Failure } from '../../../adapters/feishu/failure.ts';
import { renderForm } from '../../../adapters/feishu/render/render-form.ts';
import { createHttpClient } from '../../../src/http-client/http-client.ts';
import type { Fault } from '../../stand-ins/feishu/faults.ts';
import { type FeishuStandIn, startFeishuStandIn } from '../../stand-ins/feishu/start-feishu-stand-in.ts';
import { form, group, keys, liNa } from '../../worlds/feishu.ts';
import { fetchClient } from './fetch-client.ts';

/** Feishu's SDK over our HTTP client, and over the runtime's fetch, before one stand-in: what a caller sees is to be the same. */
const WITHIN_MS = 1_000;
const both = ['fetch', 'ours'] as const;
type Who = (typeof both)[number];

let feishu: FeishuStandIn;
let now: number;
let clients: Readonly<Record<Who, FeishuClient>>;
const httpClient = createHttpClient();

beforeEach(async () => {
  now = Date.parse('2026-11-23T09:00:00Z');
  const clock = { now: () => new Date(now) };
  feishu = await startFeishuStandIn({ ...keys, clock, tenantKey: 'our-tenant' });
  feishu.world.addPerson(liNa);
  feishu.world.addGroup(group);
  const common = { ...keys, domain: feishu.url, withinMs: WITHIN_MS, clock, log: pino({ level: 'silent' }) };
  clients = {
    fetch: createFeishuClient({ ...common, httpClient: fetchClient }),
    ours: createFeishuClient({ ...common, httpClient }),
  };
});
afterEach(async () => {
  httpClient.close();
  await feishu.close();
});

type Call = (sdk: Client, options: ReturnType<typeof withTenantToken>) => Promise<unknown>;

/** A call that is written already. */
interface Post {
  readonly path: string;
  readonly body: string;
}

const make = (who: Who, call: Call | Post): Promise<Outcome> =>
  typeof call === 'function' ? clients[who].call(call) : clients[who].post(call.path, call.body);

const content = JSON.stringify(renderForm({ ...form, title: '报告 “100%” 😀' }, 'zh-CN'));
const messages = '/open-apis/im/v1/messages';
const bytes = Buffer.from([0, 1, 2, 0xff, 0x0d, 0x0a, 0x2d, 0x2d]);
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), bytes]);

const posted = () => feishu.world.add({ chat: group, sender: keys.appId, type: 'interactive', content }).id;
const held = () => {
  const message = feishu.world.add({ chat: group, sender: liNa.openId, type: 'file', content: '{}' }).id;
  feishu.world.resources.set(message, { message, type: 'file', name: 'a.bin', content: bytes });
  return message;
};

const message = { receive_id: group, msg_type: 'interactive', content, uuid: 'u' };
const sent = { path: `${messages}?receive_id_type=chat_id`, body: JSON.stringify(message) };

/** Each call of the adapter, by the method and path by which it comes to Feishu, and how it is made. */
const samples: readonly (readonly [name: string, path: string, call: () => Call | Post])[] = [
  ['a card is sent without the SDK', `POST ${messages}`, () => sent],
  [
    'a card is sent',
    `POST ${messages}`,
    () => (sdk, options) =>
      sdk.im.v1.message.create(
        {
          params: { receive_id_type: 'chat_id' },
          data: message,
        },
        options,
      ),
  ],
  [
    'a card is redrawn',
    `PATCH ${messages}`,
    () => {
      const message_id = posted();
      return (sdk, options) => sdk.im.v1.message.patch({ path: { message_id }, data: { content } }, options);
    },
  ],
  [
    'a message is read',
    `GET ${messages}`,
    () => {
      const message_id = posted();
      const params = { card_msg_content_type: 'user_card_content' };
      return (sdk, options) => sdk.im.v1.message.get({ path: { message_id }, params }, options);
    },
  ],
  [
    'a conversation is read',
    `GET ${messages}`,
    () => (sdk, options) =>
      sdk.im.v1.message.list(
        { params: { container_id_type: 'chat', container_id: group, sort_type: 'ByCreateTimeAsc', page_size: 50 } },
        options,
      ),
  ],
  [
    'a file is fetched',
    `GET ${messages}`,
    () => {
      const message_id = held();
      return async (sdk, options) => {
        const path = { message_id, file_key: message_id };
        const resource = await sdk.im.v1.messageResource.get({ path, params: { type: 'file' } }, options);
        return { content: (await buffer(resource.getReadableStream())).toString('hex') };
      };
    },
  ],
  [
    'a file is sent',
    'POST /open-apis/im/v1/files',
    () => (sdk, options) =>
      sdk.im.v1.file.create({ data: { file_type: 'stream', file_name: '报告.bin', file: bytes } }, options),
  ],
  [
    'a picture is sent',
    'POST /open-apis/im/v1/images',
    () => (sdk, options) => sdk.im.v1.image.create({ data: { image_type: 'message', image: png } }, options),
  ],
  [
    'somebody is looked up',
    'GET /open-apis/contact/v3/users',
    () => (sdk, options) =>
      sdk.contact.v3.user.get({ path: { user_id: liNa.openId }, params: { user_id_type: 'open_id' } }, options),
  ],
  [
    'people are found by their address',
    'POST /open-apis/contact/v3/users/batch_get_id',
    () => (sdk, options) =>
      sdk.contact.v3.user.batchGetId(
        { data: { emails: [liNa.email], mobiles: [] }, params: { user_id_type: 'open_id' } },
        options,
      ),
  ],
  [
    'the bot asks who it is',
    'GET /open-apis/bot/v3/info',
    () => (sdk, options) => sdk.request({ method: 'GET', url: '/open-apis/bot/v3/info' }, options),
  ],
];

/** Ids that the stand-in counts up, left out. */
const steady = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace(/[0-9a-f]{32}/g, '#'));

test.each(samples)('%s the same way, with the same result', async (_, path, call) => {
  const met: Outcome[] = [];
  for (const who of both) {
    met.push(await make(who, call()));
    expect(feishu.calls.at(-1), who).toMatch(new RegExp(`^${path}`));
  }
  expect(met[0]).toMatchObject({ ok: true });
  expect(steady(met[1])).toEqual(steady(met[0]));
  const [theirs, ours] = [feishu.world.uploads, feishu.world.pictures].flatMap((kept) => [...kept.values()]);
  expect(ours).toEqual(theirs);
});

test('a card that is sent without the SDK is sent as by the SDK', async () => {
  const met: Outcome[] = [];
  for (const [, , call] of samples.slice(0, 2)) met.push(await make('ours', call()));
  const [own, bySdk] = met;
  // The same message, for it has the same `uuid`.
  expect(own).toEqual(bySdk);
  expect(feishu.world.messages).toHaveLength(1);
  expect(feishu.calls.slice(-2)).toEqual([`POST ${messages}`, `POST ${messages}`]);
});

const answered = (status: number, code: number) => ({ kind: 'answered', status, code, detail: '' }) as const;
const unanswered = (reason: string): Failure => ({ kind: 'unanswered', reason });

/** What both make of it: nothing where it is no failure. */
const failures: readonly (readonly [string, Fault, Failure | null])[] = [
  ['a rate limit', { kind: 'rateLimited', resetSeconds: 52 }, { ...answered(429, 99991400), resetMs: 52_000 }],
  ['a refusal', { kind: 'refuse', code: 230002 }, answered(400, 230002)],
  ['an error of the server', { kind: 'refuse', code: 230000, status: 500 }, answered(500, 230000)],
  [
    'a refused card',
    { kind: 'refuse', code: 230099, message: 'x, ext=ErrCode: 11310; y' },
    { ...answered(400, 230099), detail: '/11310' },
  ],
  ['a gateway error', { kind: 'status', status: 502 }, unanswered('HTTP 502, not JSON')],
  ['a redirect', { kind: 'redirect', status: 302 }, unanswered('HTTP 302')],
  ['a redirect that keeps the method', { kind: 'redirect', status: 307 }, unanswered('HTTP 307')],
  ['no answer', { kind: 'hang' }, unanswered('TimeoutError')],
  ['a connection cut after the call', { kind: 'dropAfter' }, unanswered('UND_ERR_SOCKET')],
  ['a connection cut before the call', { kind: 'dropBefore' }, unanswered('UND_ERR_SOCKET')],
  ['an answer that is slow', { kind: 'slow', ms: WITHIN_MS / 5 }, null],
  ['an answer that is too late', { kind: 'slow', ms: 2 * WITHIN_MS }, unanswered('TimeoutError')],
  ['an answer compressed by gzip', { kind: 'compressed', encoding: 'gzip' }, null],
  ['an answer compressed by deflate', { kind: 'compressed', encoding: 'deflate' }, null],
  ['an answer compressed by br', { kind: 'compressed', encoding: 'br' }, null],
];
/** What a file's own bytes cannot be told apart from. */
const failuresOfJson: typeof failures = [
  ['a refusal within 200', { kind: 'refuse', code: 230018, status: 200 }, answered(200, 230018)],
  ['a page', { kind: 'page' }, unanswered('HTTP 200, not JSON')],
  ['no JSON', { kind: 'garbage' }, unanswered('HTTP 200, not JSON')],
  ['nothing', { kind: 'garbage', text: '' }, unanswered('HTTP 200, not JSON')],
  ['null', { kind: 'garbage', text: 'null' }, unanswered('HTTP 200, no code')],
  ['an object without a code', { kind: 'garbage', text: '{}' }, unanswered('HTTP 200, no code')],
  ['a connection cut in the middle of the answer', { kind: 'cut' }, unanswered('UND_ERR_SOCKET')],
  [
    'an answer that begins in time and does not end in time',
    { kind: 'trickle', ms: 2 * WITHIN_MS },
    unanswered('TimeoutError'),
  ],
  ['an answer that comes in pieces', { kind: 'trickle', ms: WITHIN_MS / 5 }, null],
];

async function outcomesOf(who: Who, fault: Fault, calls: typeof samples) {
  // The token is there, so that the fault meets the call.
  await clients[who].call(async () => 'a token');
  const before = feishu.calls.length;
  for (const [, path] of calls) feishu.failNext(path, fault);
  const met = await Promise.all(
    calls.map(async ([name, , call]) => {
      const outcome = await make(who, call());
      return [name, outcome.ok ? null : outcome.failure] as const;
    }),
  );
  return { outcomes: Object.fromEntries(met), calls: feishu.calls.length - before };
}

describe.each([
  ...failures.map((failure) => [...failure, samples] as const),
  ...failuresOfJson.map((failure) => [...failure, samples.filter(([name]) => name !== 'a file is fetched')] as const),
])('%s', (_, fault, failure, calls) => {
  test('means the same over either, for any call, and is tried once', async () => {
    const expected = Object.fromEntries(calls.map(([name]) => [name, failure]));
    for (const who of both) {
      expect(await outcomesOf(who, fault, calls), who).toEqual({ outcomes: expected, calls: calls.length });
    }
  });
});

describe.each(both)('the access token over %s', (who) => {
  const ask: Call = (sdk, options) => sdk.request({ method: 'GET', url: '/open-apis/bot/v3/info' }, options);
  const token = 'POST /open-apis/auth/v3/tenant_access_token/internal';

  test('is fetched once for all who ask at the same time, and kept till shortly before its end', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => clients[who].call(ask)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    now += 2 * 3_600_000 - 6 * 60_000;
    await clients[who].call(ask);
    expect(feishu.tokens.asked).toBe(1);
    now += 2 * 60_000;
    await clients[who].call(ask);
    expect(feishu.tokens.asked).toBe(2);
  });

  test('that is refused is replaced, and the call made once more', async () => {
    await clients[who].call(ask);
    feishu.failNext('GET /open-apis/bot/v3/info', { kind: 'staleToken' });
    expect(await clients[who].call(ask)).toMatchObject({ ok: true });
    expect(feishu.tokens.asked).toBe(2);
    expect(feishu.calls.filter((call) => call.startsWith('GET'))).toHaveLength(3);
  });

  test('that is refused again and again is given up after the second time', async () => {
    await clients[who].call(ask);
    const before = feishu.calls.length;
    for (let times = 0; times < 3; times += 1)
      feishu.failNext('GET /open-apis/bot/v3/info', { kind: 'refuse', code: 99991663 });
    expect(await clients[who].call(ask)).toEqual({ ok: false, failure: answered(400, 99991663), tokenless: true });
    expect(feishu.calls.slice(before).filter((call) => call.startsWith('GET'))).toHaveLength(2);
  });

  test.each<[string, Fault, Failure]>([
    ['is refused', { kind: 'refuse', code: 10014, status: 200 }, answered(200, 10014)],
    ['does not come', { kind: 'hang' }, unanswered('TimeoutError')],
    ['is none', { kind: 'garbage', text: '{"code":0}' }, unanswered('no token in the answer')],
  ])('that %s leaves the call unmade, and is asked for again with the next', async (_, fault, failure) => {
    feishu.failNext(token, fault);
    expect(await clients[who].call(ask)).toEqual({ ok: false, failure, tokenless: true });
    expect(feishu.calls).toEqual([token]);
    expect(await clients[who].call(ask)).toMatchObject({ ok: true });
  });
});

test('a server that is not there is surely not reached', async () => {
  await feishu.close();
  for (const who of both) {
    const failure = { kind: 'unreached', reason: 'ECONNREFUSED' };
    expect(await clients[who].call(async () => 'never'), who).toEqual({ ok: false, failure, tokenless: true });
  }
});
