import { setTimeout as sleep } from 'node:timers/promises';
import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import { AppError, failureFacts } from '../../../src/errors.ts';
import { readFailure } from '../failure.ts';
import { createSlackLogger } from '../logger.ts';
import type { SlackAdapterOptions } from '../options.ts';
import { schemas } from '../schema.ts';
import type { Reception } from './reception.ts';

const CONNECT_TIMEOUT_MS = 5_000;
const RECONNECT_MS = 5_000;

/**
 * Requests over our own connection. https://docs.slack.dev/apis/events-api/using-socket-mode (2026-11-23)
 * Reconnecting is done here: socket-mode 3.1 leaves its rejection unhandled, which would end the process when the
 * app token is revoked.
 */
export function createSocketReception({ apiUrl, log }: SlackAdapterOptions, appToken: string): Reception {
  const clientOptions = {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    timeout: CONNECT_TIMEOUT_MS,
    retryConfig: { retries: 0 },
  };
  const logger = createSlackLogger(log);
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger,
    installerOptions: { clientOptions },
  });
  let wanted = false;
  let connecting = false;
  let connected = false;

  async function connect(): Promise<void> {
    connecting = true;
    try {
      await receiver.start();
      connected = true;
    } finally {
      connecting = false;
    }
  }

  async function connectAgain(): Promise<void> {
    while (wanted && !connecting) {
      try {
        return await connect();
      } catch (error) {
        log.warn(failureFacts(error), 'no connection to Slack');
        await sleep(RECONNECT_MS, undefined, { ref: false });
      }
    }
  }

  receiver.client.on('disconnected', () => {
    connected = false;
    void connectAgain();
  });
  return {
    receiver: acknowledgeAfter(receiver),
    async start() {
      try {
        await connect();
        wanted = true;
      } catch (error) {
        const failure = readFailure(error);
        if (failure.kind === 'code') throw new AppError('slack.appTokenRefused', { reason: failure.code }, error);
        throw new AppError('slack.unreachable', { reason: failure.kind }, error);
      }
    },
    async stop() {
      wanted = false;
      if (connected) await receiver.client.disconnect();
      else await receiver.stop();
    },
  };
}

/**
 * Bolt acknowledges an event before its listener has run, so one lost after that is lost for good. Here it is acknowledged
 * when the listener is done, as over HTTP; otherwise Slack delivers it again.
 */
function acknowledgeAfter(receiver: SocketModeReceiver): Receiver {
  return {
    init(app: App) {
      const process = app.processEvent.bind(app);
      app.processEvent = async (event: ReceiverEvent) => {
        if (!schemas.event.safeParse(event.body).success) return process(event);
        await process({ ...event, ack: () => Promise.resolve() });
        await event.ack();
      };
      receiver.init(app);
    },
    start: () => receiver.start(),
    stop: () => receiver.stop(),
  };
}
