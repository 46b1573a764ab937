import { STATUS_CODES } from 'node:http';
import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { z } from 'zod';
import type { HttpAnswer } from '../../../src/http-client/http-client.ts';

/** https://docs.slack.dev/apis/web-api/#responses (2026-12-01) */
const resultSchema = z.looseObject({
  ok: z.boolean().catch(false),
  response_metadata: z
    .looseObject({ warnings: z.array(z.string()).exactOptional(), messages: z.array(z.string()).exactOptional() })
    .catch({}),
});

/** A call's result; `ok` is false if it is not one, and `error` is then the whole text. */
type Result = z.infer<typeof resultSchema>;

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Parses the response to a call as Slack's own client does. https://docs.slack.dev/apis/web-api/rate-limits (2026-12-01)
 * @throws WebAPIRateLimitedError, or an Error that begins with "Retry header" if a 429 does not say how long to wait; WebAPIHTTPError
 *   for any other status but 200; WebAPIRequestError for a redirect, since a token must not be carried elsewhere
 */
export function readResult({ status, headers, text }: HttpAnswer): Result {
  if (status === 200) return readBody(text);
  if (status === 429) {
    const seconds = Number.parseInt(String(headers['retry-after']), 10);
    if (Number.isNaN(seconds)) throw new Error('Retry header did not contain a valid timeout');
    throw new WebAPIRateLimitedError(seconds);
  }
  if (redirects.has(status)) throw new WebAPIRequestError(new TypeError('unexpected redirect'));
  const plainHeaders = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  throw new WebAPIHTTPError(status, STATUS_CODES[status] ?? '', Object.fromEntries(plainHeaders), text);
}

function readBody(text: string): Result {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return unreadable(text);
  }
  return resultSchema.safeParse(json).data ?? unreadable('');
}

const unreadable = (error: string): Result => ({ ok: false, error, response_metadata: {} });
