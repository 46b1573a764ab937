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
 * Decompresses a body. We do not ask for compression, but some gateways compress anyway. `encodings` is the `Content-Encoding` header; unknown
 * encodings in it are left as they are. Fails with zlib's error if the body is not in that encoding.
 */
function decompressStream(body: Readable, encodings: string): Readable {
  const names = encodings.toLowerCase().split(',').reverse();
  return names.reduce((plain: Readable, name) => {
    const decompressor = decompressors[name.trim()]?.();
    return decompressor === undefined ? plain : pipeline(plain, decompressor, () => undefined);
  }, body);
}

/** The same for a body that has arrived completely. */
const decompress = (body: Buffer, encodings: string): Promise<Buffer> =>
  body.length === 0 ? Promise.resolve(body) : buffer(decompressStream(Readable.from([body]), encodings));

/** A request to another server. */
export interface HttpRequest {
  readonly method: string;
  /** An absolute URL, `http:` or `https:`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A form is sent as `multipart/form-data`; its `content-type`, with the boundary, is added. */
  readonly body?: string | Uint8Array | FormData | undefined;
  /** Milliseconds until the last byte of the response; waiting for a connection counts. */
  readonly withinMs: number;
}

/** A response, whatever its status, read to the end. */
export interface HttpAnswer {
  readonly status: number;
  /** With names in lower case. */
  readonly headers: HttpHeaders;
  /** The body, read as UTF-8. */
  readonly text: string;
}

/** A response whose body is still arriving: it must be read to the end, or destroyed. */
export interface HttpStream {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: Readable;
}

/** An HTTP client with persistent connections. */
export interface HttpClient {
  /**
   * Sends a request once and reads the response. A redirect is a response like any other and is not followed.
   * @throws a `TimeoutError`; `UND_ERR_CONNECT_TIMEOUT` if there was no connection in time, so that nothing was sent; `UND_ERR_SOCKET` if the
   * connection was cut; the error of the system, of TLS or of the decompression
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Sends a request without a body, and returns the response once its headers are there. Fails as `request` does, or with the signal's reason. */
  open(request: Pick<HttpRequest, 'url' | 'headers'> & { readonly signal: AbortSignal }): Promise<HttpStream>;
  /** Closes the connections: idle ones now, busy ones after their responses. The client can be used again, and then opens new ones. */
  close(): void;
}

/**
 * How long an idle connection is kept unless the server says otherwise (`Keep-Alive: timeout`). Shorter than load balancers keep theirs (60 s and
 * more), so that our side closes first: a request on a connection that the other side is closing may get lost.
 */
const KEPT_FOR_MS = 30_000;
/** The longest that a connection is kept if the server says so. */
const KEPT_AT_MOST_MS = 120_000;
/** Connections per server; further requests wait. As many as the requests Slack's own client sends at once. */
const CONNECTIONS = 100;

const utf8 = new TextDecoder();

const settings: Agent.Options = {
  connections: CONNECTIONS,
  keepAliveTimeout: KEPT_FOR_MS,
  keepAliveMaxTimeout: KEPT_AT_MOST_MS,
  // Each request has its own deadline for everything.
  headersTimeout: 0,
  bodyTimeout: 0,
};

/** `proxied`: through the proxy that `HTTPS_PROXY` and `HTTP_PROXY` name, except for the hosts in `NO_PROXY`. */
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
      // The reader of the stream sees it end there; an unhandled error event would end the process.
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

/** Gives up at once when the signal is aborted. Undici notices only once it has a connection, and then sends nothing. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
