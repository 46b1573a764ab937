import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { readFailure } from '../failure.ts';
import type { SlackMessage } from '../render/render-card.ts';
import type { DirectChannels } from '../send/direct-channels.ts';
import { calm } from '../send/send.ts';
import type { Respond, ResponseResult } from './respond.ts';

/** Whom to notify, and by which ways: the interaction's `response_url`, the channel it came from, a direct message. */
export interface Listener {
  readonly userId: string;
  readonly channel?: string | undefined;
  readonly responseUrl?: string | undefined;
}

/** Shows a message to one person only. Never rejects. */
export type Tell = (listener: Listener, message: SlackMessage) => Promise<void>;

interface Means {
  readonly client: WebClient;
  readonly directChannels: DirectChannels;
  readonly respond: Respond;
  readonly log: Logger;
}

/** Notifies by the first way that works. A bot that is not in the channel cannot post there: then by direct message. */
export function createTell({ client, directChannels, respond, log }: Means): Tell {
  async function call(send: () => Promise<unknown>): Promise<ResponseResult> {
    try {
      await send();
      return 'sent';
    } catch (error) {
      return readFailure(error).kind === 'unclear' ? 'unclear' : 'not sent';
    }
  }

  return async ({ userId, channel, responseUrl }, message) => {
    const ways: (() => Promise<ResponseResult>)[] = [];
    if (responseUrl !== undefined) ways.push(() => respond(responseUrl, message));
    if (channel !== undefined)
      ways.push(() => call(() => client.chat.postEphemeral({ channel, user: userId, ...message })));
    ways.push(() =>
      call(async () => client.chat.postMessage({ channel: await directChannels.open(userId), ...message, ...calm })),
    );
    for (const way of ways) {
      const told = await way();
      if (told === 'sent') return;
      if (told === 'unclear') break;
    }
    log.warn({ userId }, 'a person could not be told');
  };
}
