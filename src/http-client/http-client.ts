import { pipeline, Readable, type Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, type Dispatcher, EnvHttpProxyAgent, type FormData } from 'undici';
import { AnswerCollector } from './answer-collector.ts';
import type { HttpHeaders } from './http-headers.ts';

const decompressors: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * A body as it was before it was compressed. We ask for no compression, but some gateways compress unasked. `encodings` is the header
 * `Content-Encoding`; what it names beside the known ones is left as it is. Fails with zlib's error when the body is something else.
 */
function decompressStream(body: Readable, encodings: string): Readable {
  const names = encodings.toLowerCase().split(',').reverse();
  return names.reduce((plain: Readable, name) => {
    const decompressor = decompressors[name.trim()]?.();
    return decompressor === undefined ? plain : pipeline(plain, decompressor, () => undefined);
  }, body);
}

/** The same of a body that is there. */
const decompress = (body: Buffer, encodings: string): Promise<Buffer> =>
  body.length === 0 ? Promise.resolve(body) : buffer(decompressStream(Readable.from([body]), encodings));

/** A request to another server. */
export interface HttpRequest {
  readonly method: string;
  /** An absolute address, `http:` or `https:`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A form is sent as `multipart/form-data`; its `content-type`, which holds the boundary, is added. */
  readonly body?: string | Uint8Array | FormData | undefined;
  /** Milliseconds until the last byte of the answer; waiting for a connection counts. */
  readonly withinMs: number;
}

/** An answer, whatever its status, read to the end. */
export interface HttpAnswer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: HttpHeaders;
  /** The body, read as UTF-8. */
  readonly text: string;
}

/** An answer whose body is still on its way: it must be read to the end, or destroyed. */
export interface HttpStream {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: Readable;
}

/** Talks to other servers over connections that are kept. */
export interface HttpClient {
  /**
   * Sends a request once and reads the answer. A redirect is an answer like any other and is not followed.
   * @throws a `TimeoutError`; `UND_ERR_CONNECT_TIMEOUT` when there was no connection in time, so that nothing was sent; `UND_ERR_SOCKET`
   * when the connection was cut; the error of the system, of TLS or of the decompression
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Sends a request that has no body, and gives the answer as soon as its headers are there. Fails as `request`, or with the signal's reason. */
  open(request: Pick<HttpRequest, 'url' | 'headers'> & { readonly signal: AbortSignal }): Promise<HttpStream>;
  /** Closes the connections: idle ones now, busy ones after their answers. The client can be used again, and then opens others. */
  close(): void;
}

/**
 * How long an idle connection is kept unless the server says otherwise (`Keep-Alive: timeout`). Shorter than load balancers keep
 * theirs (60 s and more), so that it is us who close: a request on a connection that the other side is closing may get lost.
 */
const KEPT_FOR_MS = 30_000;
/** The longest that is kept when a server says so. */
const KEPT_AT_MOST_MS = 120_000;
/** Connections to one server; further requests wait. As many requests as Slack's own client sends at once. */
const CONNECTIONS = 100;

const utf8 = new TextDecoder();

const settings: Agent.Options = {
  connections: CONNECTIONS,
  keepAliveTimeout: KEPT_FOR_MS,
  keepAliveMaxTimeout: KEPT_AT_MOST_MS,
  // Requests have a deadline of their own, for all of it.
  headersTimeout: 0,
  bodyTimeout: 0,
};

/** `proxied`: by way of the proxy that `HTTPS_PROXY` and `HTTP_PROXY` name, but for the hosts in `NO_PROXY`. */
export function createHttpClient({ proxied = false }: { readonly proxied?: boolean } = {}): HttpClient {
  const connect = (): Dispatcher => (proxied ? new EnvHttpProxyAgent(settings) : new Agent(settings));
  let dispatcher = connect();
  return {
    async request({ method, url, headers, body, withinMs }) {
      const { origin, pathname, search } = new URL(url);
      const collector = new AnswerCollector(withinMs);
      dispatcher.dispatch({ origin, path: pathname + search, method, headers, body: body ?? null }, collector);
      const { status, headers: answered, body: bytes } = await collector.answer;
      const encoding = answered['content-encoding'];
      return {
        status,
        headers: answered,
        text: utf8.decode(encoding === undefined ? bytes : await decompress(bytes, String(encoding))),
      };
    },
    async open({ url, headers, signal }) {
      signal.throwIfAborted();
      const { origin, pathname, search } = new URL(url);
      const request = { origin, path: pathname + search, method: 'GET', headers, signal } as const;
      const { statusCode, headers: answered, body } = await unlessAborted(dispatcher.request(request), signal);
      // Whoever reads it hears of its end there; an error that nobody listens to would end the process.
      body.on('error', () => undefined);
      const encoding = answered['content-encoding'];
      return {
        status: statusCode,
        headers: answered,
        body: encoding === undefined ? body : decompressStream(body, String(encoding)),
      };
    },
    close() {
      const closing = dispatcher;
      dispatcher = connect();
      void closing.close();
    },
  };
}

/** Work that is given up at once when the signal says so. Undici notices only when it has a connection, and then sends nothing. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
