import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { CLOCK_TOLERANCE_MS } from '../limits.ts';

/** A request as it came: the bytes are what is signed. */
interface Signed {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Why a request may not come from Slack at this moment, or null. Bolt's own check takes requests from the future.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack (2026-12-01)
 */
export function verifySignature(
  { headers, body }: Signed,
  signingSecret: string,
  now: Date,
): 'unsigned' | 'stale' | 'forged' | null {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = headers;
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^\d{1,15}$/.test(timestamp))
    return 'unsigned';
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > CLOCK_TOLERANCE_MS) return 'stale';
  const expected = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest();
  const [, hash] = /^v0=([0-9a-f]{64})$/.exec(signature) ?? [];
  return hash !== undefined && timingSafeEqual(Buffer.from(hash, 'hex'), expected) ? null : 'forged';
}
