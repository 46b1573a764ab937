import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../../src/clock.ts';

/** What Feishu got back. */
export interface PushAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** How a push differs from an honest one. */
export interface Tampering {
  /** Seconds by which the time stamp is off. */
  readonly skewSeconds?: number;
  readonly signature?: string;
  /** Sent in place of the encrypted body, and signed. */
  readonly body?: string;
  /** Encrypted in place of the event, and signed. */
  readonly content?: string;
  readonly unsigned?: boolean;
  /** Another key than the app's. */
  readonly encryptKey?: string;
}

/**
 * Encrypts as Feishu does: AES-256-CBC with the SHA-256 of the key, the vector in front, base64.
 * https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
export function seal(content: string, encryptKey: string): string {
  const vector = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), vector);
  return Buffer.concat([vector, cipher.update(content, 'utf8'), cipher.final()]).toString('base64');
}

/** Pushes to the app's event address, encrypted and signed. Gives the answer, or null when none came in time. */
export async function push(
  to: { readonly url: string; readonly encryptKey: string; readonly clock: Clock },
  event: unknown,
  tampering: Tampering = {},
  timeoutMs = 10_000,
): Promise<PushAnswer | null> {
  const encryptKey = tampering.encryptKey ?? to.encryptKey;
  const content = tampering.content ?? JSON.stringify(event);
  const body = tampering.body ?? JSON.stringify({ encrypt: seal(content, encryptKey) });
  const timestamp = String(Math.floor(to.clock.now().getTime() / 1000) + (tampering.skewSeconds ?? 0));
  const nonce = randomBytes(8).toString('hex');
  const honest = createHash('sha256').update(`${timestamp}${nonce}${encryptKey}${body}`).digest('hex');
  const signature = tampering.signature ?? honest;
  const signed = {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signature,
  };
  const headers = { 'content-type': 'application/json; charset=utf-8', ...(tampering.unsigned ? {} : signed) };
  try {
    const response = await fetch(to.url, { method: 'POST', headers, body, signal: AbortSignal.timeout(timeoutMs) });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return null;
    throw error;
  }
}
