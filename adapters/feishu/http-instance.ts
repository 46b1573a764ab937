import { Readable } from 'node:stream';
import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { FeishuFailure } from './feishu-failure.ts';
import { responseSchema } from './schema.ts';

/** Errors of the network before a byte of the request has left. */
const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function networkFailure(error: unknown): FeishuFailure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  const reason = code ?? (cause instanceof Error ? cause.name : 'network');
  return new FeishuFailure({ kind: code !== undefined && unreached.has(code) ? 'unreached' : 'unanswered', reason });
}

function toAddress(url: string, params: Readonly<Record<string, unknown>>): string {
  const address = new URL(url);
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'string' || typeof value === 'number') address.searchParams.set(name, String(value));
  }
  return address.href;
}

/** The sub-code of a refused card: `ext=ErrCode: 11310; ...`. The rest of the message may quote the card, so it stays out. */
const subCode = (message: string): string => /ErrCode: (\d{1,9})/.exec(message)?.[1] ?? '';

function readAnswer(status: number, reset: string | null, body: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new FeishuFailure({ kind: 'unanswered', reason: `HTTP ${status}, not JSON` });
  }
  const parsed = responseSchema.safeParse(json);
  if (!parsed.success) throw new FeishuFailure({ kind: 'unanswered', reason: `HTTP ${status}, no code` });
  const { code, msg } = parsed.data;
  if (status < 400 && code === 0) return json;
  const seconds = Number(reset ?? Number.NaN);
  const detail = subCode(msg) && `/${subCode(msg)}`;
  const resetMs = Number.isFinite(seconds) && reset !== null ? { resetMs: seconds * 1000 } : {};
  throw new FeishuFailure({ kind: 'answered', status, code, detail, ...resetMs });
}

/** A body that travels: JSON, or a form where the SDK asks for one, as it does for files. */
function bodyOf({ data, headers }: HttpRequestOptions<unknown>): { readonly body: string | FormData } {
  if (!isForm(headers)) return { body: JSON.stringify(data ?? {}) };
  const form = new FormData();
  for (const [name, value] of Object.entries(data ?? {})) {
    if (value instanceof Uint8Array) form.set(name, new Blob([new Uint8Array(value)]), 'file');
    else form.set(name, String(value));
  }
  return { body: form };
}

const isForm = (headers: Readonly<Record<string, unknown>> = {}) =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && /multipart/.test(String(value)),
  );

/** A body as it arrives, in the shape in which the SDK looks for it. */
const asStream = ({ headers, body }: Response) => ({
  headers: Object.fromEntries(headers),
  data: body ? Readable.fromWeb(body) : Readable.from([]),
});

/**
 * The HTTP client under the SDK: with a time limit, without retries, and throwing a `FeishuFailure` for everything but a
 * `code` of 0. The SDK's own waits without end and resolves business errors.
 */
export function createHttpInstance(timeoutMs: number): HttpInstance {
  // The SDK's interface promises whatever type its caller names; who calls parses what comes.
  async function request<T, R = T, D = unknown>(options: HttpRequestOptions<D>): Promise<R> {
    const method = (options.method ?? 'GET').toUpperCase();
    const bodiless = method === 'GET' || method === 'HEAD';
    // The boundary of a form is known only to whoever writes it.
    const headers = isForm(options.headers)
      ? Object.fromEntries(
          Object.entries(options.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'content-type'),
        )
      : { 'content-type': 'application/json; charset=utf-8', ...options.headers };
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new DOMException('too late', 'TimeoutError')), timeoutMs);
    let response: Response;
    let body: string;
    try {
      response = await fetch(toAddress(options.url ?? '', options.params ?? {}), {
        method,
        headers,
        redirect: 'error',
        signal: limit.signal,
        ...(bodiless ? {} : bodyOf(options)),
      });
      // A file may take its time once it has begun to arrive; whoever reads it ends it.
      if (options.responseType === 'stream' && response.ok) return asStream(response) as R;
      body = await response.text();
    } catch (error) {
      throw networkFailure(error);
    } finally {
      clearTimeout(timer);
    }
    return readAnswer(response.status, response.headers.get('x-ogw-ratelimit-reset'), body) as R;
  }
  return {
    request,
    get: (url, options) => request({ ...options, url, method: 'GET' }),
    delete: (url, options) => request({ ...options, url, method: 'DELETE' }),
    head: (url, options) => request({ ...options, url, method: 'HEAD' }),
    options: (url, options) => request({ ...options, url, method: 'OPTIONS' }),
    post: (url, data, options) => request({ ...options, url, data, method: 'POST' }),
    put: (url, data, options) => request({ ...options, url, data, method: 'PUT' }),
    patch: (url, data, options) => request({ ...options, url, data, method: 'PATCH' }),
  };
}
