import { AppError } from '../../../src/errors.ts';
import type { SlackAdapterOptions } from '../options.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { mountSlackEvents } from './receive.ts';
import type { Reception } from './reception.ts';
import { createSocketReception } from './socket-reception.ts';

/** Over a connection of our own where there is an app token, else at `POST /slack/events`. */
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
