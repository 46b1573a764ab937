import { type App, type Receiver, ReceiverMultipleAckError } from '@slack/bolt';
import { AppError } from '../../../src/errors.ts';
import type { SlackAdapterOptions } from '../options.ts';
import { mountSlackEvents } from './receive.ts';
import type { Reception } from './reception.ts';
import { createSocketReception } from './socket-reception.ts';

/** A Bolt receiver for requests that our own HTTP server has received and verified. */
interface HttpReceiver extends Receiver {
  /**
   * Processes a request and returns its acknowledgement; an event is acknowledged after its decision. Rejects as the
   * listener does, and with AppError `slack.unacknowledged` if none has acknowledged.
   */
  readonly take: (body: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

function createHttpReceiver(): HttpReceiver {
  let app: App | undefined;
  return {
    init(bolt) {
      app = bolt;
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    take: async (body) => {
      let acknowledged: { readonly answer: unknown } | undefined;
      await app?.processEvent({
        body,
        ack(answer: unknown) {
          if (acknowledged) return Promise.reject(new ReceiverMultipleAckError());
          acknowledged = { answer };
          return Promise.resolve();
        },
      });
      if (!acknowledged) throw new AppError('slack.unacknowledged');
      return acknowledged.answer;
    },
  };
}

/** Over our own connection if there is an app token, else at `POST /slack/events`. */
export async function createReception(options: SlackAdapterOptions): Promise<Reception> {
  return options.appToken === undefined
    ? await createHttpReception(options)
    : createSocketReception(options, options.appToken);
}

async function createHttpReception({ http, signingSecret, clock, log }: SlackAdapterOptions): Promise<Reception> {
  if (signingSecret === undefined) throw new AppError('slack.noSigningSecret');
  const receiver = createHttpReceiver();
  let open = false;
  await mountSlackEvents({ http, signingSecret, clock, log, isOpen: () => open, take: receiver.take });
  const turn = (to: boolean) => {
    open = to;
    return Promise.resolve();
  };
  return { receiver, start: () => turn(true), stop: () => turn(false) };
}
