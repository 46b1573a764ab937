import { createHmac, timingSafeEqual } from 'node:crypto';

/** What is signed: the delivery's id, the sent time stamp in seconds since 1970, and the body as received. */
export interface Signed {
  readonly id: string;
  readonly timestamp: string;
  readonly body: Uint8Array;
}

/** Prefix of a secret in base64: https://github.com/standard-webhooks/standard-webhooks, "Secret formatting". */
export const SECRET_PREFIX = 'whsec_';

/** How far a time stamp may differ from our clock, in either direction, in milliseconds. */
export const TOLERANCE_MS = 5 * 60_000;

/** The signature of a delivery in `webhook-signature`: `v1,` and the HMAC-SHA256 in base64 (Standard Webhooks 1.0). */
export function signatureOf(secret: string, { id, timestamp, body }: Signed): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}

/** Whether one of the space-separated signatures was made with one of the secrets: either end may be rotating keys. */
export function isSigned(header: string, secrets: readonly string[], signed: Signed): boolean {
  const given = header.split(' ', MOST_SIGNATURES).map((one) => Buffer.from(one));
  const right = secrets.map((secret) => Buffer.from(signatureOf(secret, signed)));
  return given.some((one) => right.some((other) => one.length === other.length && timingSafeEqual(one, other)));
}

/** More signatures than any rotation needs. */
const MOST_SIGNATURES = 8;

/** Whether a time stamp in seconds is close enough to `now`, so that an old delivery cannot be replayed. */
export function isFresh(timestamp: string, now: Date): boolean {
  return Math.abs(Number(timestamp) * 1000 - now.getTime()) <= TOLERANCE_MS;
}
