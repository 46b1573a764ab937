import { HTTPReceiver, type Receiver } from '@slack/bolt';
import { AppError } from '../../src/errors.ts';
import { createSlackLogger } from './bolt-logger.ts';
import type { SlackAdapterOptions } from './create-slack-adapter.ts';
import { mountSlackEvents } from './receive.ts';
import { createSocketReception } from './socket-reception.ts';

/** How Slack's requests come in. */
export interface Reception {
  readonly receiver: Receiver;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Over a connection of our own where there is an app token, else at `POST /slack/events`. */
export async function createReception(options: SlackAdapterOptions): Promise<Reception> {
  return options.appToken === undefined
    ? await createHttpReception(options)
    : createSocketReception(options, options.appToken);
}

async function createHttpReception({ http, signingSecret, clock, log }: SlackAdapterOptions): Promise<Reception> {
  if (signingSecret === undefined) throw new AppError('slack.noSigningSecret');
  const logger = createSlackLogger(log);
  // The answer is sent when the listener is through: an event is acknowledged after its decision. Verified in receive.ts.
  const receiver = new HTTPReceiver({
    signingSecret,
    signatureVerification: false,
    processBeforeResponse: true,
    logger,
  });
  let open = false;
  await mountSlackEvents({ http, receiver, signingSecret, clock, log, isOpen: () => open });
  const turn = (to: boolean) => {
    open = to;
    return Promise.resolve();
  };
  return { receiver, start: () => turn(true), stop: () => turn(false) };
}
