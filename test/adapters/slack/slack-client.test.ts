import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SlackClient } from '../../../adapters/slack/client.ts';
import { readFailure, type SlackFailure } from '../../../adapters/slack/failure.ts';
import { createSlackLogger } from '../../../adapters/slack/logger.ts';
import { renderForm } from '../../../adapters/slack/render/render-form.ts';
import { createHttpClient } from '../../../src/http-client/http-client.ts';
import type { Fault } from '../../stand-ins/slack/faults.ts';
import { methods } from '../../stand-ins/slack/methods.ts';
import { type SlackStandIn, startSlack } from '../../stand-ins/slack/start-slack.ts';
import { grantTrigger } from '../../stand-ins/slack/world.ts';

/** Slack's own client and ours, side by side before one stand-in: what a caller sees of them is to be the same. */
const WITHIN_MS = 1_000;
const LI = 'U0LI';
const GENERAL = 'C0GENERAL';

let slack: SlackStandIn;
const httpClient = createHttpClient();
const logged = { theirs: [] as string[], ours: [] as string[] };
let clients: Readonly<Record<'theirs' | 'ours', WebClient>>;

beforeAll(async () => {
  slack = await startSlack({
    clock: { now: () => new Date('2026-11-23T09:00:00Z') },
    users: [{ id: LI, name: '李娜', email: 'li.na@example.com', locale: 'zh-CN' }],
    channels: [{ id: GENERAL, joined: true }],
  });
  const logTo = (lines: string[]) => pino({ base: null, timestamp: false }, { write: (line) => void lines.push(line) });
  clients = {
    theirs: new WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      timeout: WITHIN_MS,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: createSlackLogger(logTo(logged.theirs)),
    }),
    ours: new SlackClient({ ...slack, httpClient, withinMs: WITHIN_MS, log: logTo(logged.ours) }),
  };
});
afterAll(async () => {
  httpClient.close();
  await slack.close();
});

const text = '发现项 “FD-1” 100% & more = ?+#\n😀';
const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }];
const form = { id: 'finding.new', title: '报告', submit: '提交', cancel: '取消', context: { a: 1 } } as const;
const view = renderForm({ ...form, fields: [{ kind: 'text', name: 'what', label: text, required: true }] }, 'zh-CN');
const calm = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false };
const metadata = { event_type: 'qmbot_effect', event_payload: { key: 'k' } };

async function posted(): Promise<string> {
  const { ts } = await clients.ours.chat.postMessage({ channel: GENERAL, text: 'x' });
  return String(ts);
}

async function opened(): Promise<string> {
  const trigger_id = grantTrigger(slack.world, LI);
  return String((await clients.ours.views.open({ trigger_id, view })).view?.id);
}

async function put(): Promise<string> {
  const { file_id, upload_url } = await clients.ours.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
  await fetch(String(upload_url), { method: 'POST', body: 'abc' });
  return String(file_id);
}

type Arguments = Readonly<Record<string, unknown>>;

/** A good call of each method, with arguments like those of the adapter. */
const samples: Readonly<Record<string, () => Arguments | Promise<Arguments>>> = {
  'auth.test': () => ({}),
  'chat.postMessage': () => ({ channel: GENERAL, text, blocks, ...calm, metadata }),
  'chat.update': async () => ({ channel: GENERAL, ts: await posted(), text, blocks, parse: 'none', link_names: false }),
  'chat.postEphemeral': () => ({ channel: GENERAL, user: LI, text, blocks }),
  'views.open': () => ({ trigger_id: grantTrigger(slack.world, LI), view }),
  'views.update': async () => ({ view_id: await opened(), view }),
  'views.publish': () => ({ user_id: LI, view: { type: 'home', blocks } }),
  'conversations.open': () => ({ users: LI }),
  'conversations.history': () => ({
    channel: GENERAL,
    oldest: '1700000000.000000',
    inclusive: true,
    include_all_metadata: true,
    limit: 1,
    cursor: undefined,
  }),
  'users.info': () => ({ user: LI, include_locale: true }),
  'users.list': () => ({ limit: 200 }),
  'users.lookupByEmail': () => ({ email: 'li.na@example.com' }),
  'files.info': async () => ({ file: slack.upload(LI, '照片.png', Buffer.from('x')) }),
  'files.getUploadURLExternal': () => ({ filename: '报告 1.txt', length: 3 }),
  'files.completeUploadExternal': async () => ({ files: [{ id: await put(), title: text }], channel_id: GENERAL }),
};
const names = Object.keys(samples);

/** The ids and stamps that a stand-in counts up, and triggers, left out. */
const steady = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replace(/\b([A-Z]?)\d{8}\b(\.\d{8}\.[0-9a-f]{16})?/g, '$1#')
      .replace(/\b\d{10}\.\d{6}\b/g, '#'),
  );

async function call(who: 'theirs' | 'ours', method: string, args?: Arguments) {
  return clients[who].apiCall(method, { ...(args ?? (await samples[method]?.())) });
}

/** What a caller makes of a failure. */
async function failureOf(who: 'theirs' | 'ours', method: string): Promise<SlackFailure | 'none'> {
  try {
    await call(who, method);
    return 'none';
  } catch (error) {
    return readFailure(error);
  }
}

test('there is a call of every method of the stand-in, which has no other than ours', () => {
  expect(names.toSorted()).toEqual(Object.keys(methods).toSorted());
});

test.each(names)('%s sends the same and gives the same', async (method) => {
  const theirs = await call('theirs', method);
  const sentByThem = slack.calls.at(-1);
  const ours = await call('ours', method);
  const sentByUs = slack.calls.at(-1);
  expect(steady(sentByUs)).toEqual(steady(sentByThem));
  expect(sentByUs?.method).toBe(method);
  expect(steady(ours)).toEqual(steady(theirs));
  expect(ours.ok).toBe(true);
});

/** What both make of it. */
const failures: readonly (readonly [string, Fault, SlackFailure | 'none'])[] = [
  ['a rate limit', { kind: 'rateLimited', retryAfter: 7 }, { kind: 'limited', afterMs: 7_000 }],
  ['a rate limit without a time', { kind: 'rateLimited' }, { kind: 'limited', afterMs: 30_000 }],
  ['the code ratelimited', { kind: 'error', code: 'ratelimited' }, { kind: 'limited', afterMs: 30_000 }],
  ['an error code', { kind: 'error', code: 'invalid_auth' }, { kind: 'code', code: 'invalid_auth' }],
  ['an error that is no code', { kind: 'error', code: 'Oh no!' }, { kind: 'unclear', reason: 'unreadable answer' }],
  ['400', { kind: 'status', status: 400 }, { kind: 'unclear', reason: 'http 400' }],
  ['404', { kind: 'status', status: 404 }, { kind: 'unclear', reason: 'http 404' }],
  ['500', { kind: 'status', status: 500 }, { kind: 'unclear', reason: 'http 500' }],
  ['503', { kind: 'status', status: 503 }, { kind: 'unclear', reason: 'http 503' }],
  ['201', { kind: 'status', status: 201 }, { kind: 'unclear', reason: 'http 201' }],
  ['a redirect', { kind: 'redirect', status: 302 }, { kind: 'unclear', reason: 'TypeError' }],
  ['a redirect that keeps the method', { kind: 'redirect', status: 307 }, { kind: 'unclear', reason: 'TypeError' }],
  ['a connection cut before the answer', { kind: 'dropAfter' }, { kind: 'unclear', reason: 'UND_ERR_SOCKET' }],
  ['a connection cut before the call', { kind: 'dropBefore' }, { kind: 'unclear', reason: 'UND_ERR_SOCKET' }],
  ['no answer', { kind: 'hang' }, { kind: 'unclear', reason: 'TimeoutError' }],
  ['an answer that is too late', { kind: 'slow', ms: 2 * WITHIN_MS }, { kind: 'unclear', reason: 'TimeoutError' }],
  [
    'an answer that begins in time and does not end in time',
    { kind: 'trickle', ms: 2 * WITHIN_MS },
    { kind: 'unclear', reason: 'TimeoutError' },
  ],
  ['an answer that comes in pieces', { kind: 'trickle', ms: WITHIN_MS / 5 }, 'none'],
  ['a page in place of JSON', { kind: 'garbled' }, { kind: 'unclear', reason: 'unreadable answer' }],
  ['an empty answer', { kind: 'text', text: '' }, { kind: 'unclear', reason: 'unreadable answer' }],
  ['an answer with a byte order mark', { kind: 'text', text: '\ufeff{"ok":true}' }, 'none'],
  ['an object that is no result', { kind: 'text', text: '{}' }, { kind: 'code', code: 'undefined' }],
  ['an answer compressed by gzip', { kind: 'compressed', encoding: 'gzip' }, 'none'],
  ['an answer compressed by deflate', { kind: 'compressed', encoding: 'deflate' }, 'none'],
  ['an answer compressed by br', { kind: 'compressed', encoding: 'br' }, 'none'],
];

describe.each(failures)('%s', (_, fault, outcome) => {
  test('means the same to the caller of either client, for any call, and is tried once', async () => {
    for (const who of ['theirs', 'ours'] as const) {
      const ready = await Promise.all(names.map(async (method) => [method, await samples[method]?.()] as const));
      const before = slack.calls.length;
      for (const [method] of ready) slack.failNext(method, fault);
      const met = await Promise.all(
        ready.map(async ([method, args]) => {
          const failure = await call(who, method, args).then(() => 'none', readFailure);
          return [method, failure] as const;
        }),
      );
      expect(Object.fromEntries(met), who).toEqual(Object.fromEntries(names.map((method) => [method, outcome])));
      expect(slack.calls.length - before, who).toBe(names.length);
    }
  });
});

test.each([
  ['an answer that is cut off', { kind: 'cut' }, 'UND_ERR_SOCKET'],
  ['null', { kind: 'text', text: 'null' }, 'unreadable answer'],
  ['a list', { kind: 'text', text: '[]' }, 'unreadable answer'],
] as const)('%s is unclear with both; ours says why', async (_, fault, reason) => {
  slack.failNext('auth.test', fault);
  expect(await failureOf('theirs', 'auth.test')).not.toBe('none');
  slack.failNext('auth.test', fault);
  expect(await failureOf('ours', 'auth.test')).toEqual({ kind: 'unclear', reason });
});

test('a server that is not there is surely not reached', async () => {
  const gone = await startEcho();
  await gone.close();
  const log = pino({ level: 'silent' });
  const theirs = new WebClient('x', {
    slackApiUrl: gone.apiUrl,
    retryConfig: { retries: 0 },
    logger: createSlackLogger(log),
  });
  const ours = new SlackClient({ botToken: 'x', apiUrl: gone.apiUrl, httpClient, withinMs: WITHIN_MS, log });
  for (const client of [theirs, ours]) {
    expect(await client.auth.test().then(() => 'none', readFailure)).toEqual({
      kind: 'unsent',
      reason: 'ECONNREFUSED',
    });
  }
});

test('what Slack says of a refused call is logged once, and nothing of the call', async () => {
  for (const lines of Object.values(logged)) lines.length = 0;
  const refused = { channel: GENERAL, text: 'secret words', blocks: [{ type: 'nothing' }] };
  for (const who of ['theirs', 'ours'] as const) {
    await expect(call(who, 'chat.postMessage', refused)).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });
  }
  expect(logged.ours).toEqual(logged.theirs);
  expect(logged.ours.join('')).toContain('json-pointer');
  expect(logged.ours.join('')).not.toContain('secret words');
});

test('bytes and a token of their own go the way of the client underneath', async () => {
  const echo = await startEcho();
  const { apiUrl } = echo;
  const ours = new SlackClient({
    botToken: 'x',
    apiUrl,
    httpClient,
    withinMs: WITHIN_MS,
    log: pino({ level: 'silent' }),
  });
  await ours.apiCall('users.setPhoto', { image: Buffer.from('abc') });
  await ours.apiCall('auth.test', { token: 'another' });
  await ours.apiCall('auth.test');
  await echo.close();
  expect(echo.seen).toMatchObject([
    { type: expect.stringContaining('multipart/form-data; boundary='), token: 'Bearer x' },
    { type: 'application/x-www-form-urlencoded', token: 'Bearer another' },
    { type: 'application/x-www-form-urlencoded', token: 'Bearer x' },
  ]);
});

/** A server that says yes to everything and remembers how it was asked. */
async function startEcho() {
  const seen: { readonly type: string | undefined; readonly token: string | undefined }[] = [];
  const server = createServer((request, response) => {
    seen.push({ type: request.headers['content-type'], token: request.headers.authorization });
    request.resume().on('end', () => response.end('{"ok":true}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { seen, apiUrl: `http://127.0.0.1:${port}/api/`, close };
}
