import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';

/**
 * What became of a call that failed:
 * - `limited`: refused for its rate, to be tried again after so long.
 * - `unsent`: the request surely did not get there.
 * - `code`: Slack's own answer, an error code.
 * - `unclear`: the answer was lost, late or unreadable; the call may have taken effect.
 */
export type SlackFailure =
  | { readonly kind: 'limited'; readonly afterMs: number }
  | { readonly kind: 'unsent'; readonly reason: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'unclear'; readonly reason: string };

/** Waiting time when a 429 does not say one. https://docs.slack.dev/apis/web-api/rate-limits (2026-11-23) */
const DEFAULT_WAIT_MS = 30_000;

/** Errors met before a byte of the request was sent: no address, no connection, no trust. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|\w+_CERT\w*|SELF_SIGNED\w*|UNABLE_TO_\w+)$/;

/** Reads what a call of the web client threw. A reason holds codes only, never content. */
export function readFailure(error: unknown): SlackFailure {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'limited', afterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) return readCode(String(error.data.error));
  if (error instanceof WebAPIHTTPError) return { kind: 'unclear', reason: `http ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return readRequestError(error.original);
  // web-api 8.2 throws a plain error for a 429 that does not say how long to wait.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return { kind: 'limited', afterMs: DEFAULT_WAIT_MS };
  }
  return { kind: 'unclear', reason: nameOf(error) };
}

/** An answer that is no JSON comes as an "error code" with the whole text of it. */
function readCode(code: string): SlackFailure {
  if (!/^[a-z][a-z0-9_]{1,80}$/.test(code)) return { kind: 'unclear', reason: 'unreadable answer' };
  if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'limited', afterMs: DEFAULT_WAIT_MS };
  return { kind: 'code', code };
}

function readRequestError(error: Error): SlackFailure {
  const code = systemCode(error) ?? systemCode(error.cause);
  if (code !== undefined && beforeSending.test(code)) return { kind: 'unsent', reason: code };
  return { kind: 'unclear', reason: code ?? nameOf(error) };
}

/** The code of a system error; of several, for several addresses, the first. */
function systemCode(error: unknown): string | undefined {
  if (error instanceof AggregateError) return systemCode(error.errors[0]);
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
