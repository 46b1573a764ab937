import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Fault } from './faults.ts';
import type { Tokens } from './tokens.ts';

export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers a request; what is neither a string nor the content of a file goes as JSON. */
export function send(response: ServerResponse, { status, body, headers = {} }: Answered): void {
  if (Buffer.isBuffer(body)) {
    response.writeHead(status, {
      'content-type': 'application/octet-stream',
      'content-length': body.length,
      ...headers,
    });
    response.end(body);
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)));

const compress = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

interface Going {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly tokens: Tokens;
  /** Carries the call out. */
  readonly answer: () => Answered;
}

/** Lets a call go wrong; false when it is to be carried out and answered all the same. */
export function goWrong(fault: Fault, { request, response, tokens, answer }: Going): boolean {
  switch (fault.kind) {
    case 'rateLimited': {
      // https://open.feishu.cn/document/ukTMukTMukTM/uUzN04SN3QjL1cDN (2026-11-23)
      const headers = { 'x-ogw-ratelimit-limit': '100', 'x-ogw-ratelimit-reset': String(fault.resetSeconds) };
      send(response, { status: 429, body: { code: 99991400, msg: 'request trigger frequency limit' }, headers });
      return true;
    }
    case 'status':
      send(response, { status: fault.status, body: '<html>Bad Gateway</html>' });
      return true;
    case 'refuse':
      send(response, { status: fault.status ?? 400, body: { code: fault.code, msg: fault.message ?? 'refused' } });
      return true;
    case 'slow': {
      const late = answer();
      setTimeout(() => send(response, late), fault.ms).unref();
      return true;
    }
    case 'hang':
      answer();
      return true;
    case 'dropAfter':
      answer();
      request.socket.destroy();
      return true;
    case 'dropBefore':
      request.socket.destroy();
      return true;
    case 'staleToken':
      tokens.take(request.headers.authorization);
      return false;
    case 'page':
      send(response, {
        status: 200,
        body: '<!DOCTYPE html><html><title>Sign in</title></html>',
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
      return true;
    case 'cut': {
      const { status, body } = answer();
      const whole = bytesOf(body);
      response.writeHead(status, { 'content-length': whole.length });
      response.write(whole.subarray(0, whole.length >> 1), () => request.socket.destroy());
      return true;
    }
    case 'garbage':
      send(response, { status: 200, body: fault.text ?? 'OK' });
      return true;
    case 'redirect':
      send(response, { status: fault.status, body: { code: 0 }, headers: { location: 'http://127.0.0.1:9/' } });
      return true;
    case 'compressed': {
      const { status, body } = answer();
      const headers = { 'content-type': 'application/json', 'content-encoding': fault.encoding };
      response.writeHead(status, headers).end(compress[fault.encoding](bytesOf(body)));
      return true;
    }
    case 'trickle': {
      const { status, body } = answer();
      response.writeHead(status, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20).unref();
      response.once('close', () => clearInterval(timer));
      setTimeout(() => {
        clearInterval(timer);
        response.end(bytesOf(body));
      }, fault.ms).unref();
      return true;
    }
    default:
      return fault satisfies never;
  }
}
