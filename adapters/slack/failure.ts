import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';

/**
 * Kinds of failed calls:
 * - `limited`: rate limited, to be retried after the given time.
 * - `unsent`: the request certainly did not arrive.
 * - `code`: Slack's own response, an error code.
 * - `unclear`: the response was lost, late or unreadable; the call may have taken effect.
 */
export type SlackFailure =
  | { readonly kind: 'limited'; readonly afterMs: number }
  | { readonly kind: 'unsent'; readonly reason: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'unclear'; readonly reason: string };

/** Waiting time if a 429 does not give one. https://docs.slack.dev/apis/web-api/rate-limits (2026-11-23) */
const DEFAULT_WAIT_MS = 30_000;

/** Errors that occur before a byte of the request is sent: DNS, connection, TLS. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|\w+_CERT\w*|SELF_SIGNED\w*|UNABLE_TO_\w+)$/;

/** Classifies what a call of the web client threw. A reason holds codes only, never content. */
export function readFailure(error: unknown): SlackFailure {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'limited', afterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) return readCode(String(error.data.error));
  if (error instanceof WebAPIHTTPError) return { kind: 'unclear', reason: `http ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return readRequestError(error.original);
  // web-api 8.2 throws a plain error for a 429 without a waiting time.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return { kind: 'limited', afterMs: DEFAULT_WAIT_MS };
  }
  return { kind: 'unclear', reason: nameOf(error) };
}

/** A response that is not JSON arrives as an "error code" with its whole text. */
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

/** The code of a system error; if there are several, for several addresses, the first. */
function systemCode(error: unknown): string | undefined {
  if (error instanceof AggregateError) return systemCode(error.errors[0]);
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
