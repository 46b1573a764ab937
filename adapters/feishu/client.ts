import { Client, withTenantToken } from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import type { HttpClient } from '../../src/http-client/http-client.ts';
import { type Failure, FeishuFailure, toFailure } from './failure.ts';
import { limits } from './limits.ts';
import { createSdkLogger } from './logger.ts';
import { tokenSchema } from './schema.ts';
import { createAccessTokens, type Token } from './send/access-token.ts';
import { createFeishuHttp } from './send/feishu-http.ts';
import { createHttpInstance } from './send/http-instance.ts';

type CallOptions = ReturnType<typeof withTenantToken>;
type Work = (sdk: Client, options: CallOptions) => Promise<unknown>;

/** The outcome of a call. The caller parses Feishu's response. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  /** `tokenless`: there was no access token, or it was rejected, so the call itself was certainly not carried out. */
  | { readonly ok: false; readonly failure: Failure; readonly tokenless: boolean };

/** The SDK's client plus what it lacks: timeouts, and one token shared by all calls and replaced when it is rejected. */
export interface FeishuClient {
  /** Calls Feishu as the app; if the token is rejected, once more with a new one. Never throws, retries nothing else. */
  call(work: Work): Promise<Outcome>;
  /** The same for a POST of JSON that is already serialized, without the SDK's copies of it. */
  post(path: string, body: string | Buffer): Promise<Outcome>;
}

/**
 * "Invalid access token", "need a token" and similar: the call was not carried out.
 * https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN (2026-11-23)
 */
const tokenRefused = new Set([99991661, 99991663, 99991664, 99991665, 99991668]);

/** The next token is fetched this long before the current one expires; both are valid in its last 30 minutes. */
const headStartMs = 5 * 60_000;

export interface ClientOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly domain: string;
  readonly httpClient: HttpClient;
  /** Timeout of a call in milliseconds; `limits.callMs` if absent. */
  readonly withinMs?: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Makes the client. Tokens: https://open.feishu.cn/document/ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal */
export function createFeishuClient(options: ClientOptions): FeishuClient {
  const { appId, appSecret, domain, httpClient, withinMs = limits.callMs, clock, log } = options;
  const http = createFeishuHttp(httpClient, withinMs);
  const sdk = new Client({
    appId,
    appSecret,
    domain,
    httpInstance: createHttpInstance(http),
    disableTokenCache: true,
    logger: createSdkLogger(log),
  });

  async function fetchToken(): Promise<Token> {
    const askedAt = clock.now().getTime();
    const data = { app_id: appId, app_secret: appSecret };
    const parsed = tokenSchema.safeParse(await sdk.auth.v3.tenantAccessToken.internal({ data }));
    if (!parsed.success) throw new FeishuFailure({ kind: 'unanswered', reason: 'no token in the answer' });
    return { value: parsed.data.tenant_access_token, until: askedAt + parsed.data.expire * 1000 - headStartMs };
  }
  const tokens = createAccessTokens(fetchToken, clock);

  async function attempt(work: (token: string) => Promise<unknown>): Promise<Outcome> {
    let token: string;
    try {
      token = await tokens.get();
    } catch (error) {
      return { ok: false, failure: toFailure(error), tokenless: true };
    }
    try {
      return { ok: true, value: await work(token) };
    } catch (error) {
      const failure = toFailure(error);
      const tokenless = failure.kind === 'answered' && tokenRefused.has(failure.code);
      if (tokenless) tokens.drop(token);
      return { ok: false, failure, tokenless };
    }
  }

  async function withToken(work: (token: string) => Promise<unknown>): Promise<Outcome> {
    const first = await attempt(work);
    const again =
      !first.ok && first.tokenless && first.failure.kind === 'answered' && tokenRefused.has(first.failure.code);
    return again ? attempt(work) : first;
  }

  return {
    call: (work) => withToken((token) => work(sdk, withTenantToken(token))),
    post: (path, body) =>
      withToken((token) => {
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' };
        return http.send({ method: 'POST', url: `${domain}${path}`, headers, body });
      }),
  };
}
