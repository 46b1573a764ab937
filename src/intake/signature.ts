import { createHmac, timingSafeEqual } from 'node:crypto';

/** What is signed: the delivery's id, the seconds since 1970 as they were sent, and the body as it came. */
export interface Signed {
  readonly id: string;
  readonly timestamp: string;
  readonly body: Uint8Array;
}

/** Text that begins with this is a secret in base64: https://github.com/standard-webhooks/standard-webhooks, "Secret formatting". */
export const SECRET_PREFIX = 'whsec_';

/** How far a time stamp may lie from our clock, either way, in milliseconds. */
export const TOLERANCE_MS = 5 * 60_000;

/** The signature of a delivery as it stands in `webhook-signature`: `v1,` and the HMAC-SHA256 in base64 (Standard Webhooks 1.0). */
export function signatureOf(secret: string, { id, timestamp, body }: Signed): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}

/** Whether one of the signatures, separated by spaces, was made with one of the secrets: both may be rotated at either end. */
export function isSigned(header: string, secrets: readonly string[], signed: Signed): boolean {
  const given = header.split(' ', MOST_SIGNATURES).map((one) => Buffer.from(one));
  const right = secrets.map((secret) => Buffer.from(signatureOf(secret, signed)));
  return given.some((one) => right.some((other) => one.length === other.length && timingSafeEqual(one, other)));
}

/** More signatures than anybody rotates through. */
const MOST_SIGNATURES = 8;

/** Whether a time stamp in seconds lies near enough to `now`: an old delivery, replayed, does not. */
export function isFresh(timestamp: string, now: Date): boolean {
  return Math.abs(Number(timestamp) * 1000 - now.getTime()) <= TOLERANCE_MS;
}
