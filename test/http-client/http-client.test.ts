import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { FormData } from 'undici';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHttpClient, type HttpClient } from '../../src/http-client/http-client.ts';
import { eventually } from '../support/eventually.ts';

let server: Server;
let url: string;
let http: HttpClient;
/** The connections that were ever made, and those that stand. */
let made: Socket[];
const standing = () => made.filter((socket) => !socket.destroyed).length;
let asked: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  made = [];
  asked = [];
  answer = (_request, response) => void response.end('fine');
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  server.on('connection', (socket) => made.push(socket));
  // Without it the server says nothing of how long it keeps a connection.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = createHttpClient();
});

afterEach(async () => {
  http.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const get = (withinMs = 5_000) => http.request({ method: 'GET', url: `${url}/a?b=c`, headers: {}, withinMs });
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error);

describe('a connection', () => {
  test('is kept for the next request, and for longer than undici keeps it by itself', async () => {
    await get();
    await wait(5_000);
    await get();
    expect(made).toHaveLength(1);
  });

  test('is kept for no longer than the server says', async () => {
    answer = (_request, response) => void response.setHeader('keep-alive', 'timeout=2').end('fine');
    await get();
    await eventually(() => expect(standing()).toBe(0));
  });

  test('is closed with the client once its answer is there; the client opens another when it is used again', async () => {
    let release: () => void = () => undefined;
    answer = (_request, response) => {
      release = () => response.end('late');
    };
    const underWay = get();
    await eventually(() => expect(asked).toHaveLength(1));
    http.close();
    release();
    expect(await underWay).toMatchObject({ status: 200, text: 'late' });
    await eventually(() => expect(standing()).toBe(0));
    answer = (_request, response) => void response.end('fine');
    expect(await get()).toMatchObject({ text: 'fine' });
    expect(made).toHaveLength(2);
  });

  test('that the server has closed is not used again', async () => {
    await get();
    server.closeIdleConnections();
    await eventually(() => expect(standing()).toBe(0));
    expect(await get()).toMatchObject({ text: 'fine' });
  });
});

describe('a request', () => {
  test('sends its method, path, headers and body', async () => {
    let body = '';
    answer = (request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => response.writeHead(201, { 'x-more': 'yes' }).end(body.toUpperCase()));
    };
    const headers = { 'content-type': 'text/plain', 'x-own': 'ä' };
    const request = { method: 'PUT', url: `${url}/a/b?c=%20d`, headers, body: 'grüße 你好', withinMs: 5_000 };
    expect(await http.request(request)).toMatchObject({
      status: 201,
      text: 'GRÜSSE 你好',
      headers: { 'x-more': 'yes' },
    });
    expect(asked[0]).toMatchObject({ method: 'PUT', url: '/a/b?c=%20d' });
    expect(asked[0]?.headers).toMatchObject({ 'content-type': 'text/plain', 'content-length': '14' });
  });

  test('sends a form with its parts', async () => {
    const chunks: Buffer[] = [];
    answer = (request, response) => {
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => response.end());
    };
    const form = new FormData();
    form.set('name', '报告');
    form.set('file', new Blob(['abc']), 'a.txt');
    await http.request({ method: 'POST', url, headers: {}, body: form, withinMs: 5_000 });
    expect(asked[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(Buffer.concat(chunks).toString()).toMatch(
      /name="name"\r\n\r\n报告\r\n[\s\S]*filename="a.txt"[\s\S]*\r\n\r\nabc\r\n/,
    );
  });

  test('is not led elsewhere', async () => {
    answer = (_request, response) => void response.writeHead(302, { location: '/elsewhere' }).end();
    expect(await get()).toMatchObject({ status: 302, headers: { location: '/elsewhere' } });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['never answered', () => undefined],
    ['answered with headers alone', (response: ServerResponse) => response.flushHeaders()],
    [
      'answered byte by byte',
      (response: ServerResponse) => {
        const timer = setInterval(() => response.write('.'), 20);
        response.once('close', () => clearInterval(timer));
      },
    ],
  ])('that is %s ends at its deadline', async (_, act) => {
    answer = (_request, response) => act(response);
    const begun = performance.now();
    await expect(get(150)).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(performance.now() - begun).toBeLessThan(3_000);
    await eventually(() => expect(standing()).toBe(0));
  });

  test('for which no connection is free in time is surely not sent, then or later', async () => {
    const held: ServerResponse[] = [];
    answer = (_request, response) => void held.push(response);
    const others = Array.from({ length: 100 }, () => get(20_000));
    await eventually(() => expect(held).toHaveLength(100));
    expect(await get(100).catch(codeOf)).toBe('UND_ERR_CONNECT_TIMEOUT');
    await expect(http.open({ url, headers: {}, signal: AbortSignal.timeout(100) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    answer = (_request, response) => void response.end('fine');
    for (const response of held) response.end();
    await Promise.all(others);
    await get();
    expect(asked).toHaveLength(101);
  });

  test.each([
    ['whose connection is cut', (response: ServerResponse) => response.destroy(), 'UND_ERR_SOCKET'],
    [
      'whose answer is cut',
      (response: ServerResponse) => void response.write('half', () => response.destroy()),
      'UND_ERR_SOCKET',
    ],
    [
      'whose answer is not compressed as it says',
      (response: ServerResponse) => void response.setHeader('content-encoding', 'gzip').end('plain'),
      'Z_DATA_ERROR',
    ],
  ])('%s fails, and the next one does not', async (_, act, code) => {
    answer = (_request, response) => void act(response);
    expect(await get().catch(codeOf)).toBe(code);
    answer = (_request, response) => void response.end('fine');
    expect(await get()).toMatchObject({ text: 'fine' });
  });

  test('that is answered without a body has none, no matter what its headers say of compression', async () => {
    answer = (_request, response) => void response.writeHead(204, { 'content-encoding': 'gzip' }).end();
    expect(await get()).toMatchObject({ status: 204, text: '' });
  });
});

describe('behind a proxy', () => {
  let proxy: Server;
  let tunnels: string[];

  beforeEach(async () => {
    tunnels = [];
    proxy = createServer();
    proxy.on('connect', (request, socket, head) => {
      tunnels.push(request.url ?? '');
      const { hostname, port } = new URL(`http://${request.url}`);
      const there = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        there.write(head);
        there.pipe(socket).pipe(there);
      });
      for (const side of [socket, there]) side.on('error', () => side.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    vi.stubEnv('NO_PROXY', '');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    http.close();
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  });

  test('requests go by way of it when they are to, over kept connections', async () => {
    http = createHttpClient({ proxied: true });
    for (let times = 0; times < 10; times += 1) expect(await get()).toMatchObject({ status: 200, text: 'fine' });
    expect(new Set(tunnels)).toEqual(new Set([new URL(url).host]));
    // A request that follows at once may find the connection not free yet.
    expect(tunnels.length).toBeLessThanOrEqual(2);
  });

  test('but not to the hosts that are excepted', async () => {
    vi.stubEnv('NO_PROXY', '127.0.0.1');
    http = createHttpClient({ proxied: true });
    expect(await get()).toMatchObject({ text: 'fine' });
    expect(tunnels).toEqual([]);
  });

  test('nor when nobody says so', async () => {
    expect(await get()).toMatchObject({ text: 'fine' });
    expect(tunnels).toEqual([]);
  });
});

describe('an answer that is opened', () => {
  const signal = () => AbortSignal.timeout(5_000);

  test('can be read while it arrives', async () => {
    answer = (_request, response) => {
      response.write('first ');
      setTimeout(() => response.end('second'), 50);
    };
    const { status, body } = await http.open({ url, headers: {}, signal: signal() });
    expect(status).toBe(200);
    expect(await text(body)).toBe('first second');
  });

  test('that is compressed unasked is as it was before', async () => {
    const long = 'all of it '.repeat(20_000);
    answer = (_request, response) => void response.setHeader('content-encoding', 'gzip').end(gzipSync(long));
    const { body } = await http.open({ url, headers: {}, signal: signal() });
    expect(await text(body)).toBe(long);
  });

  test.each([
    ['cut', (response: ServerResponse) => void response.write('half', () => response.destroy())],
    [
      'cut while it is compressed',
      (response: ServerResponse) =>
        void response
          .setHeader('content-encoding', 'gzip')
          .write(gzipSync('all').subarray(0, 9), () => response.destroy()),
    ],
  ])('that is %s fails where it is read, and only there', async (_, act) => {
    answer = (_request, response) => act(response);
    const { body } = await http.open({ url, headers: {}, signal: signal() });
    await eventually(() => expect(standing()).toBe(0));
    await expect(text(body)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  });

  test('ends when its signal says so', async () => {
    answer = (_request, response) => void response.write('first');
    const stop = new AbortController();
    const { body } = await http.open({ url, headers: {}, signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(text(body)).rejects.toThrow('stopped');
    await eventually(() => expect(standing()).toBe(0));
  });

  test('fails when its signal says so before there is one', async () => {
    answer = () => undefined;
    await expect(http.open({ url, headers: {}, signal: AbortSignal.timeout(100) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});
