import { text } from 'node:stream/consumers';
import type { FormData } from 'undici';
import type { HttpAnswer, HttpClient, HttpStream } from '../../../src/http-client/http-client.ts';
import { FeishuFailure } from '../failure.ts';
import { responseSchema } from '../schema.ts';

/** A request to Feishu's API. */
export interface FeishuRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | FormData | undefined;
}

/** Makes each call once, with a timeout. Rejects with a `FeishuFailure` unless `code` is 0. */
export interface FeishuHttp {
  send(request: FeishuRequest): Promise<unknown>;
  /** Returns a file as soon as it begins to arrive: from then on there is no timeout, and the reader must end it. */
  open(request: Pick<FeishuRequest, 'url' | 'headers'>): Promise<HttpStream>;
}

export function createFeishuHttp(httpClient: HttpClient, withinMs: number): FeishuHttp {
  return {
    async send(request) {
      const answer = await httpClient.request({ ...request, withinMs }).catch((error: unknown) => {
        throw networkFailure(error);
      });
      return readAnswer(answer);
    },
    async open({ url, headers }) {
      const limit = new AbortController();
      const timer = setTimeout(() => limit.abort(new DOMException('too late', 'TimeoutError')), withinMs);
      try {
        const stream = await httpClient.open({ url, headers, signal: limit.signal });
        if (stream.status >= 200 && stream.status < 300) return stream;
        readAnswer({ ...stream, text: await text(stream.body) });
        throw new FeishuFailure({ kind: 'unanswered', reason: `HTTP ${stream.status}` });
      } catch (error) {
        throw error instanceof FeishuFailure ? error : networkFailure(error);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Network errors that occur before a byte of the request is sent. */
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

/** The sub-code of a rejected card: `ext=ErrCode: 11310; ...`. The rest of the message may quote the card, so it is left out. */
const subCode = (message: string): string => /ErrCode: (\d{1,9})/.exec(message)?.[1] ?? '';

function readAnswer({ status, headers, text: body }: HttpAnswer): unknown {
  // A redirect must not carry the token elsewhere.
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
