import { createHash, timingSafeEqual } from 'node:crypto';
import { AESCipher } from '@larksuiteoapi/node-sdk';
import type { Clock } from '../../src/clock.ts';
import { limits } from './limits.ts';
import { challengeSchema, encryptedSchema, pushSchema } from './schema.ts';

/** What a request to the event address turned out to be. */
export type Push =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'challenge'; readonly challenge: string }
  /** Verified and decrypted, as the SDK's dispatcher takes it. */
  | { readonly kind: 'event'; readonly payload: object };

export interface PushKeys {
  readonly appId: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
}

/** Headers of a request; three of Feishu's are read. */
export type PushHeaders = Readonly<Record<string, string | string[] | undefined>>;

const refused = (reason: string): Push => ({ kind: 'refused', reason });

function same(left: string, right: string): boolean {
  const [a, b] = [left, right].map((words) => createHash('sha256').update(words).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function parseJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}

function decrypt(body: Buffer, encryptKey: string): unknown {
  const sealed = encryptedSchema.safeParse(parseJson(body.toString('utf8')));
  if (!sealed.success) return undefined;
  try {
    return parseJson(new AESCipher(encryptKey).decrypt(sealed.data.encrypt));
  } catch {
    return undefined;
  }
}

/**
 * Opens a request to the event address: signature over the raw body, time stamp within five minutes of now on either side,
 * encryption, verification token, app. Only the check of the address itself may come unsigned. Whoever is refused learns no
 * reason; it is for the log.
 * https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
export function openPush(body: Buffer, headers: PushHeaders, keys: PushKeys, clock: Clock): Push {
  const timestamp = headers['x-lark-request-timestamp'];
  const nonce = headers['x-lark-request-nonce'];
  const signature = headers['x-lark-signature'];
  const signed = typeof timestamp === 'string' && typeof nonce === 'string' && typeof signature === 'string';
  if (signed) {
    const hash = createHash('sha256').update(`${timestamp}${nonce}${keys.encryptKey}`).update(body).digest('hex');
    if (!same(hash, signature)) return refused('signature');
    const age = clock.now().getTime() - Number(timestamp) * 1000;
    if (!(Math.abs(age) <= limits.eventWindowMs)) return refused('time stamp');
  }
  const content = decrypt(body, keys.encryptKey);
  const challenge = challengeSchema.safeParse(content);
  if (challenge.success) {
    if (!same(challenge.data.token, keys.verificationToken)) return refused('verification token');
    return { kind: 'challenge', challenge: challenge.data.challenge };
  }
  if (!signed) return refused('unsigned');
  const push = pushSchema.safeParse(content);
  if (!push.success) return refused('shape');
  const { token = '', app_id: appId } = push.data.header;
  if (!same(token, keys.verificationToken)) return refused('verification token');
  if (appId !== keys.appId) return refused('app');
  return { kind: 'event', payload: push.data };
}
