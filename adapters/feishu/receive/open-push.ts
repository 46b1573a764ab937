import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../../src/clock.ts';
import { limits } from '../limits.ts';
import { challengeSchema, encryptedSchema, pushSchema } from '../schema.ts';
import { createDecrypt } from './decrypt.ts';

/** The result of opening a request to the event address. */
export type Push =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'challenge'; readonly challenge: string }
  /** Verified and decrypted; `event` merges the fields of header and event, as the SDK's dispatcher does. */
  | { readonly kind: 'event'; readonly type: string; readonly event: object };

export interface PushKeys {
  readonly appId: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
}

/** Headers of a request; three of Feishu's are read. */
export type PushHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Opens requests to the event address. */
export type OpenPush = (body: Buffer, headers: PushHeaders) => Push;

const refused = (reason: string): Push => ({ kind: 'refused', reason });

function parseJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}

/**
 * Makes the function that opens a request: signature over the raw body, timestamp within five minutes of now in either direction, encryption,
 * verification token, app. Only the URL verification may be unsigned. A rejected sender learns no reason; the reason is for the log.
 * https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
export function createOpenPush({ appId, encryptKey, verificationToken }: PushKeys, clock: Clock): OpenPush {
  const decrypt = createDecrypt(encryptKey);
  const token = Buffer.from(verificationToken);
  const isToken = (words: string) => {
    const given = Buffer.from(words);
    return given.length === token.length && timingSafeEqual(given, token);
  };

  function readContent(body: Buffer): unknown {
    const sealed = encryptedSchema.safeParse(parseJson(body.toString('utf8')));
    if (!sealed.success) return undefined;
    try {
      return parseJson(decrypt(sealed.data.encrypt));
    } catch {
      return undefined;
    }
  }

  /** Why a request's signature is not valid, or null. */
  function flawOf(body: Buffer, headers: PushHeaders): 'unsigned' | 'signature' | 'time stamp' | null {
    const timestamp = headers['x-lark-request-timestamp'];
    const nonce = headers['x-lark-request-nonce'];
    const signature = headers['x-lark-signature'];
    if (typeof timestamp !== 'string' || typeof nonce !== 'string' || typeof signature !== 'string') return 'unsigned';
    const signed = createHash('sha256').update(`${timestamp}${nonce}${encryptKey}`).update(body).digest();
    const isSigned = /^[0-9a-f]{64}$/.test(signature) && timingSafeEqual(Buffer.from(signature, 'hex'), signed);
    if (!isSigned) return 'signature';
    const age = clock.now().getTime() - Number(timestamp) * 1000;
    return Math.abs(age) <= limits.eventWindowMs ? null : 'time stamp';
  }

  function openChallenge(content: unknown, flaw: 'unsigned' | null): Push {
    const challenge = challengeSchema.safeParse(content);
    if (!challenge.success) return refused(flaw ?? 'shape');
    if (!isToken(challenge.data.token)) return refused('verification token');
    return { kind: 'challenge', challenge: challenge.data.challenge };
  }

  return (body, headers) => {
    const flaw = flawOf(body, headers);
    if (flaw && flaw !== 'unsigned') return refused(flaw);
    const content = readContent(body);
    const push = pushSchema.safeParse(content);
    if (!push.success) return openChallenge(content, flaw);
    if (flaw) return refused(flaw);
    const { header, event } = push.data;
    if (!isToken(header.token ?? '')) return refused('verification token');
    if (header.app_id !== appId) return refused('app');
    return { kind: 'event', type: header.event_type, event: Object.assign({}, header, event) };
  };
}
