import type { EventDispatcher } from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';
import { within } from '../../src/chat/within.ts';
import type { Clock } from '../../src/clock.ts';
import type { Deadlines } from './limits.ts';
import type { PushAnswer } from './listen.ts';
import { openPush, type PushHeaders, type PushKeys } from './open-push.ts';

export interface PushOptions {
  readonly keys: PushKeys;
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether events are taken at present; otherwise Feishu is asked to come again. */
  readonly open: () => boolean;
  readonly deadlines: Deadlines;
}

const again: PushAnswer = { status: 503, body: {} };

/**
 * Receives one request to the event address. 200 acknowledges; with 503 an event is pushed again later; 401 is for what did
 * not come from Feishu. The dispatcher's own checks and HTTP adapters are passed by: a forged body ends the process there.
 */
export async function receivePush(
  { keys, clock, log, open, deadlines }: PushOptions,
  dispatcher: EventDispatcher,
  body: Buffer,
  headers: PushHeaders,
): Promise<PushAnswer> {
  const push = openPush(body, headers, keys, clock);
  switch (push.kind) {
    case 'refused':
      log.warn({ reason: push.reason }, 'a request to the Feishu event address was refused');
      return { status: 401, body: {} };
    case 'challenge':
      return { status: 200, body: { challenge: push.challenge } };
    case 'event': {
      if (!open()) return again;
      const work: Promise<unknown> = dispatcher.invoke(push.payload, { needCheck: false });
      try {
        const done = await within(work, deadlines.push);
        if (!done.inTime) return again;
        return { status: 200, body: typeof done.value === 'object' && done.value !== null ? done.value : {} };
      } catch {
        return again;
      }
    }
    default:
      return push satisfies never;
  }
}
