import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { createHttp, type HttpOptions } from '../../src/http/create-http.ts';
import { eventually } from '../support/eventually.ts';

const open: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((http) => http.close()));
});

/** A front over real HTTP with what it logs; `routes` adds to it. */
async function start(options: Partial<HttpOptions> = {}, routes: (http: FastifyInstance) => void = () => {}) {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const http = createHttp({ log, ready: async () => true, ...options });
  routes(http);
  open.push(http);
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  return { url, logged: () => lines.join('') };
}

test('says that it is alive, no matter what the database does', async () => {
  const { url } = await start({ ready: async () => false });
  const answer = await fetch(`${url}/healthz`);
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
});

test.each<[string, () => Promise<boolean>, number]>([
  ['answers', async () => true, 200],
  ['says no', async () => false, 503],
  ['fails', () => Promise.reject(new Error('away')), 503],
  [
    'fails at once',
    () => {
      throw new Error('away');
    },
    503,
  ],
  ['never answers', () => new Promise(() => {}), 503],
])('tells readiness by the database: when it %s', async (_how, ready, status) => {
  const { url } = await start({ ready, limits: { readyMs: 50 } });
  expect((await fetch(`${url}/readyz`)).status).toBe(status);
});

test('by default waits a second for the database, not longer', async () => {
  const { url } = await start({ ready: () => new Promise(() => {}) });
  const began = performance.now();
  await fetch(`${url}/readyz`);
  const took = performance.now() - began;
  expect(took).toBeGreaterThanOrEqual(990);
  expect(took).toBeLessThan(3000);
});

test('an error inside tells the client a request id and nothing else, and the log its stack without its words', async () => {
  const { url, logged } = await start({}, (http) => {
    http.get('/broken/:token', () => {
      throw new Error('text of a person');
    });
  });
  const answer = await fetch(`${url}/broken/link-secret?key=query-secret`, { headers: { cookie: 'header-secret' } });
  const requestId = answer.headers.get('x-request-id');
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({ error: 'Internal Server Error', requestId });
  expect(logged()).toContain(requestId);
  expect(logged()).toContain('create-http.test.ts');
  expect(logged()).toContain('/broken/:token');
  expect(logged()).not.toMatch(/text of a person|-secret/);
});

test('one of our own errors is logged with code and facts', async () => {
  const { url, logged } = await start({}, (http) => {
    http.get('/broken', () => {
      throw new AppError('thing.broken', { part: 7 }, new Error('text of a person'));
    });
  });
  expect((await fetch(`${url}/broken`)).status).toBe(500);
  expect(logged()).toContain('"code":"thing.broken","params":{"part":7}');
  expect(logged()).not.toContain('text of a person');
});

test('an error that names a status of its own choice does not choose ours', async () => {
  const { url } = await start({}, (http) => {
    http.get('/broken', () => {
      throw Object.assign(new Error('no'), { statusCode: 200 });
    });
    http.get('/thrown', () => {
      throw Object.assign(new Error('no'), { statusCode: 404 });
    });
  });
  expect((await fetch(`${url}/broken`)).status).toBe(500);
  expect((await fetch(`${url}/thrown`)).status).toBe(500);
});

test.each([
  ['that is too large', { 'content-type': 'application/json' }, JSON.stringify('x'.repeat(100)), 413],
  ['that is no JSON', { 'content-type': 'application/json' }, '{"a": body-secret}', 400],
  ['of an unknown kind', { 'content-type': 'application/x-unknown' }, 'body-secret', 415],
  ['that reaches for the prototype', { 'content-type': 'application/json' }, '{"__proto__": {"a": 1}}', 400],
])('refuses a body %s without repeating it', async (_what, headers, body, status) => {
  const { url, logged } = await start({ limits: { bodyBytes: 64 } }, (http) => {
    http.post('/in', async () => 'taken');
  });
  const answer = await fetch(`${url}/in`, { method: 'POST', headers, body });
  expect(answer.status).toBe(status);
  expect(await answer.text()).not.toContain('body-secret');
  expect(logged()).not.toContain('body-secret');
});

test('an unknown address is answered 404, and its path is not logged', async () => {
  const { url, logged } = await start();
  const answer = await fetch(`${url}/path-secret?token=query-secret`, { headers: { 'x-request-id': 'forged' } });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('x-request-id')).not.toBe('forged');
  expect(logged()).toContain('"status":404');
  expect(logged()).not.toMatch(/-secret|forged/);
});

test('a request that does not come to its end is given up', async () => {
  const { url } = await start({ limits: { requestMs: 100 } });
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const received: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => received.push(chunk));
  socket.write('POST /healthz HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf');
  await new Promise((resolve) => socket.once('close', resolve));
  expect(Buffer.concat(received).toString()).toMatch(/^HTTP\/1\.1 4\d\d /);
});

test('a connection is kept for longer than proxies keep theirs, however soon a request must have arrived', async () => {
  const { url } = await start({ limits: { requestMs: 100 } });
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let received = '';
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString();
  });
  const ask = () => socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
  ask();
  await eventually(() => expect(received).toContain('Keep-Alive: timeout=72'));
  await wait(400);
  ask();
  await eventually(() => expect(received.match(/HTTP\/1\.1 200/g)).toHaveLength(2));
  socket.destroy();
});

test('a malformed request line does not end the process', async () => {
  const { url } = await start();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.resume();
  socket.write('\u0000\u0001 nonsense\r\n\r\n');
  await new Promise((resolve) => socket.once('close', resolve));
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});
