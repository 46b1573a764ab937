import { text } from 'node:stream/consumers';
import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { FormData } from 'undici';
import type { HttpAnswer, HttpClient } from '../../src/http-client/http-client.ts';
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

function readAnswer({ status, headers, text: body }: HttpAnswer): unknown {
  // A token is not carried elsewhere.
  if (status >= 300 && status < 400) throw new FeishuFailure({ kind: 'unanswered', reason: `HTTP ${status}` });
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
  const seconds = Number(headers['x-ogw-ratelimit-reset']);
  const detail = subCode(msg) && `/${subCode(msg)}`;
  const resetMs = Number.isFinite(seconds) ? { resetMs: seconds * 1000 } : {};
  throw new FeishuFailure({ kind: 'answered', status, code, detail, ...resetMs });
}

const isForm = (headers: Readonly<Record<string, unknown>> = {}) =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && /multipart/.test(String(value)),
  );

/** Bytes of a form are a file. */
function toForm(data: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(data ?? {})) {
    if (value instanceof Uint8Array) form.set(name, new Blob([new Uint8Array(value)]), 'file');
    else form.set(name, String(value));
  }
  return form;
}

/** Headers and body that travel: JSON, or a form where the SDK asks for one, as it does for files. */
function contentOf({ method, data, headers = {} }: HttpRequestOptions<unknown>) {
  const given = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  if (isForm(headers)) {
    // The boundary of a form is known only to whoever writes it.
    const others = given.filter(([name]) => name.toLowerCase() !== 'content-type');
    return { headers: Object.fromEntries(others), body: toForm(data) };
  }
  const isBodiless = method === 'GET' || method === 'HEAD';
  return {
    headers: { 'content-type': 'application/json; charset=utf-8', ...Object.fromEntries(given) },
    body: isBodiless ? undefined : JSON.stringify(data ?? {}),
  };
}

/**
 * The HTTP client under the SDK: with a time limit, without retries, and throwing a `FeishuFailure` for everything but a
 * `code` of 0. The SDK's own waits without end and resolves business errors.
 */
export function createHttpInstance(httpClient: HttpClient, withinMs: number): HttpInstance {
  async function call(method: string, url: string, options: HttpRequestOptions<unknown>): Promise<unknown> {
    const answer = await httpClient
      .request({ method, url, ...contentOf({ ...options, method }), withinMs })
      .catch((error: unknown) => {
        throw networkFailure(error);
      });
    return readAnswer(answer);
  }

  /** A body as it arrives, in the shape in which the SDK looks for it. It may take its time once it has begun; whoever reads it ends it. */
  async function open(url: string, options: HttpRequestOptions<unknown>): Promise<unknown> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new DOMException('too late', 'TimeoutError')), withinMs);
    try {
      const { headers } = contentOf({ ...options, method: 'GET' });
      const { status, headers: answered, body } = await httpClient.open({ url, headers, signal: limit.signal });
      if (status >= 200 && status < 300) return { headers: answered, data: body };
      return readAnswer({ status, headers: answered, text: await text(body) });
    } catch (error) {
      throw error instanceof FeishuFailure ? error : networkFailure(error);
    } finally {
      clearTimeout(timer);
    }
  }

  // The SDK's interface promises whatever type its caller names; who calls parses what comes.
  async function request<T, R = T, D = unknown>(options: HttpRequestOptions<D>): Promise<R> {
    const method = (options.method ?? 'GET').toUpperCase();
    const url = toAddress(options.url ?? '', options.params ?? {});
    return (await (options.responseType === 'stream' ? open(url, options) : call(method, url, options))) as R;
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
