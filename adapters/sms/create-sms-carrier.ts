import { createHash, createHmac } from 'node:crypto';
import type { HandedOver, Letter, LetterCarrier } from '../../src/chat/letter.ts';

/** A gateway that sends text messages, told by a webhook. */
export interface SmsSettings {
  readonly url: string;
  /** `whsec_` and base64, as Standard Webhooks has it. */
  readonly secret: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;
const RETRY_MS = 60_000;

/**
 * Text messages through a gateway of the company's: a POST of `{ to, text, language }`, signed as Standard Webhooks 1.0 has it
 * (https://github.com/standard-webhooks/standard-webhooks, 2026-11-25). `webhook-id` is the same at every try, and a receiver takes an
 * id once, so that a letter of unknown outcome is handed over again.
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
        // Whether it was taken or not, handing it over again is safe.
        return { outcome: 'later', reason: `sms ${error instanceof Error ? error.name : 'failed'}`, afterMs: RETRY_MS };
      }
    },
  };
}

/** One line, since a text message has no paragraphs. */
const textOf = ({ paragraphs, link }: Letter): string => `${paragraphs.join(' ')} ${link.url}`;

/** 2xx took it; 409 has it already; 408, 429 and 5xx want it again later; anything else will never take it. */
function outcomeOf({ status, headers }: Response): HandedOver {
  if ((status >= 200 && status < 300) || status === 409) return { outcome: 'sent' };
  const reason = `sms ${status}`;
  if (status !== 408 && status !== 429 && status < 500) return { outcome: 'refused', reason };
  const seconds = Number(headers.get('retry-after') ?? '');
  const afterMs = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) * 1000 : RETRY_MS;
  return { outcome: 'later', reason, afterMs };
}
