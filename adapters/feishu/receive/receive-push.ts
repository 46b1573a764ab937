import type { Logger } from 'pino';
import { within } from '../../../src/chat/within.ts';
import type { Deadlines } from '../limits.ts';
import type { EventHandlers } from './handle-events.ts';
import type { PushAnswer } from './listen.ts';
import type { OpenPush, PushHeaders } from './open-push.ts';

export interface PushOptions {
  readonly openPush: OpenPush;
  readonly handlers: EventHandlers;
  readonly log: Logger;
  /** Whether events are accepted at present; otherwise Feishu is asked to retry. */
  readonly open: () => boolean;
  readonly deadlines: Deadlines;
}

const again: PushAnswer = { status: 503, body: {} };

/**
 * Receives one request to the event address. 200 acknowledges; after 503 an event is pushed again later; 401 is for requests that
 * did not come from Feishu. The SDK's dispatcher is bypassed: a forged body ends the process there.
 */
export async function receivePush(
  { openPush, handlers, log, open, deadlines }: PushOptions,
  body: Buffer,
  headers: PushHeaders,
): Promise<PushAnswer> {
  const push = openPush(body, headers);
  switch (push.kind) {
    case 'refused':
      log.warn({ reason: push.reason }, 'a request to the Feishu event address was refused');
      return { status: 401, body: {} };
    case 'challenge':
      return { status: 200, body: { challenge: push.challenge } };
    case 'event': {
      if (!open()) return again;
      const handle = handlers.get(push.type);
      // An event we did not subscribe to.
      if (!handle) return { status: 200, body: {} };
      try {
        const done = await within(handle(push.event), deadlines.push);
        return done.inTime ? { status: 200, body: done.value } : again;
      } catch {
        return again;
      }
    }
    default:
      return push satisfies never;
  }
}
