import { createHmac } from 'node:crypto';
import type { Clock } from '../../../src/clock.ts';

/** A request as it goes to the bot: it can be sent again as it is. */
export interface BotRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the bot answered; status 0 when it did not within 3 s, after which Slack gives up. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  /** The body as JSON, null when it is empty or none. */
  readonly body: unknown;
  readonly request: BotRequest;
}

/** How a request is to be signed, if not well. */
export interface Signing {
  readonly secret?: string;
  /** Seconds; the clock's if not given. */
  readonly timestamp?: number;
  readonly contentType?: string;
}

/** Sends requests to a bot as Slack does. */
export interface Courier {
  sign(body: string, signing?: Signing): BotRequest;
  send(request: BotRequest): Promise<Answered>;
}

const FORM = 'application/x-www-form-urlencoded';
const PATIENCE_MS = 3_000;

/** https://docs.slack.dev/authentication/verifying-requests-from-slack (2026-11-23) */
export function createCourier(clock: Clock, signingSecret: string, botUrl: () => string): Courier {
  return {
    sign(
      body,
      { secret = signingSecret, timestamp = Math.floor(clock.now().getTime() / 1000), contentType = FORM } = {},
    ) {
      const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
      const headers = {
        'content-type': contentType,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${signature}`,
      };
      return { body, headers };
    },
    async send(request) {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      try {
        const response = await fetch(botUrl(), {
          method: 'POST',
          body: request.body,
          headers: request.headers,
          signal,
        });
        const text = await response.text();
        return { status: response.status, text, body: readJson(text), request };
      } catch (error) {
        if (!signal.aborted) throw error;
        return { status: 0, text: '', body: null, request };
      }
    },
  };
}

/** Fields as a form. */
export function form(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams(fields).toString();
}

/** An interaction payload as the form Slack sends it in. */
export function payload(content: unknown): string {
  return form({ payload: JSON.stringify(content) });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
