import { type WebAPICallResult, WebAPIPlatformError, WebAPIRequestError, WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { HttpClient } from '../../src/http-client/http-client.ts';
import { createSlackLogger } from './logger.ts';
import { readResult } from './send/read-result.ts';

/**
 * A call's arguments as a form: objects and lists as JSON, undefined ones left out. Null for what only Slack's own client can send:
 * files, calls with another token, and methods that make several calls.
 * https://docs.slack.dev/apis/web-api/#basics (2026-12-01)
 * @throws URIError for a lone surrogate, which UTF-8 cannot encode
 */
function encodeArguments(method: string, options: Readonly<Record<string, unknown>>): string | null {
  if (method === 'files.uploadV2' || /^https?:/.test(method) || options.token !== undefined) return null;
  let form = '';
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null) continue;
    if (Buffer.isBuffer(value)) return null;
    form += `${form && '&'}${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`;
  }
  return form;
}

function textOf(value: NonNullable<unknown>): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return JSON.stringify(value);
  }
}

/** What a Web API client needs. */
export interface SlackClientOptions {
  readonly botToken: string;
  /** Another address of the Web API, for a stub: `http://127.0.0.1:PORT/api/`. */
  readonly apiUrl?: string | undefined;
  readonly httpClient: HttpClient;
  /** Timeout of a call in milliseconds. */
  readonly withinMs: number;
  readonly log: Logger;
}

/**
 * Slack's own client with its calls made over our HTTP client: over keep-alive connections, and without the copies of request and response
 * that it makes for a debug log. It sends and throws what Slack's own does. Each call is tried once: a retried post is
 * posted twice, and a retried form comes after its trigger has expired.
 */
export class SlackClient extends WebClient {
  readonly #httpClient: HttpClient;
  readonly #withinMs: number;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #log: ReturnType<typeof createSlackLogger>;

  constructor({ botToken, apiUrl, httpClient, withinMs, log }: SlackClientOptions) {
    const logger = createSlackLogger(log);
    super(botToken, {
      ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
      timeout: withinMs,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger,
    });
    this.#httpClient = httpClient;
    this.#withinMs = withinMs;
    this.#log = logger;
    this.#headers = {
      authorization: `Bearer ${botToken}`,
      accept: 'application/json',
      'user-agent': 'qmbot',
      'content-type': 'application/x-www-form-urlencoded',
    };
  }

  override apiCall(method: string, options: Record<string, unknown> = {}): Promise<WebAPICallResult> {
    const body = encodeArguments(method, options);
    return body === null ? super.apiCall(method, options) : this.send(method, body);
  }

  /** Makes a call whose arguments are already form-encoded. Throws as `apiCall` does. */
  async send(method: string, body: string): Promise<WebAPICallResult> {
    const result = readResult(await this.#post(this.slackApiUrl + method, body));
    for (const warning of result.response_metadata?.warnings ?? []) this.#log.warn(warning);
    for (const message of result.response_metadata?.messages ?? []) this.#passOn(message);
    if (!result.ok) throw new WebAPIPlatformError({ ...result, error: String(result.error) });
    return result;
  }

  async #post(url: string, body: string) {
    try {
      return await this.#httpClient.request({
        method: 'POST',
        url,
        headers: this.#headers,
        body,
        withinMs: this.#withinMs,
      });
    } catch (error) {
      throw new WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** https://docs.slack.dev/changelog/2016/09/28/response-metadata-is-on-the-way (2026-12-01): `[ERROR] ...`, `[WARN] ...`. */
  #passOn(message: string): void {
    const [, level, words = ''] = /\[(ERROR|WARN)\](.*)/.exec(message) ?? [];
    if (level === 'ERROR') this.#log.error(words.trim());
    if (level === 'WARN') this.#log.warn(words.trim());
  }
}
