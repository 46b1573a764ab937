import type { WebClient } from '@slack/web-api';
import { AppError } from '../../../src/errors.ts';

/** The direct message conversations, one per person; they never change. */
export interface DirectChannels {
  /** The id of the conversation with a person. Throws what the web client throws. */
  open(userId: string): Promise<string>;
}

/** Asks Slack once per person. https://docs.slack.dev/reference/methods/conversations.open (2026-11-23) */
export function createDirectChannels(client: WebClient): DirectChannels {
  const known = new Map<string, string>();
  return {
    async open(userId) {
      const channel = known.get(userId) ?? (await client.conversations.open({ users: userId })).channel?.id;
      if (channel === undefined) throw new AppError('slack.noDirectChannel');
      known.set(userId, channel);
      return channel;
    },
  };
}
