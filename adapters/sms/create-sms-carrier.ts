import { createHash, createHmac } from 'node:crypto';
import type { HandedOver, Letter, LetterCarrier } from '../../src/chat/letter.ts';

/** A gateway that sends text messages, called by webhook. */
export interface SmsSettings {
  readonly url: string;
  /** `whsec_` and base64, as in Standard Webhooks. */
  readonly secret: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;
const RETRY_MS = 60_000;

/**
 * Text messages through the company's own gateway: a POST of `{ to, text, language }`, signed as in Standard Webhooks 1.0
 * (https://github.com/standard-webhooks/standard-webhooks, 2026-11-25). `webhook-id` is the same for every attempt, and a receiver accepts an
 * id only once, so a message with an unknown outcome is sent again.
 */
export function createSmsCarrier({ url, secret, timeoutMs = TIMEOUT_MS }: SmsSettings, now: () => Date): LetterCarrier {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return {
    way: 'sms',
    repeatable: true,
    async send(letter: Letter): Promise<HandedOver> {
      const body = JSON.stringify({ to: letter.to, text: textOf(letter), language: letter.locale });
      const id = `msg_${createHash('sha256').update(`letter ${letter.key}`).digest('hex').slice(0, 32)}`;
      const timestamp = String(Math.floor(now().getTime() / 1000));
      const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'webhook-id': id,
            'webhook-timestamp': timestamp,
            'webhook-signature': `v1,${signature}`,
          },
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
        await response.body?.cancel();
        return outcomeOf(response);
      } catch (error) {
        // Whether it was accepted or not, sending it again is safe.
        return { outcome: 'later', reason: `sms ${error instanceof Error ? error.name : 'failed'}`, afterMs: RETRY_MS };
      }
    },
  };
}

/** One line, since a text message has no paragraphs. */
const textOf = ({ paragraphs, link }: Letter): string => `${paragraphs.join(' ')} ${link.url}`;

/** 2xx: accepted; 409: accepted before; 408, 429 and 5xx: retry later; anything else is a permanent rejection. */
function outcomeOf({ status, headers }: Response): HandedOver {
  if ((status >= 200 && status < 300) || status === 409) return { outcome: 'sent' };
  const reason = `sms ${status}`;
  if (status !== 408 && status !== 429 && status < 500) return { outcome: 'refused', reason };
  const seconds = Number(headers.get('retry-after') ?? '');
  const afterMs = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) * 1000 : RETRY_MS;
  return { outcome: 'later', reason, afterMs };
}
