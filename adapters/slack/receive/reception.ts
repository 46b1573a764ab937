import type { Receiver } from '@slack/bolt';

/** How Slack's requests come in. */
export interface Reception {
  readonly receiver: Receiver;
  start(): Promise<void>;
  stop(): Promise<void>;
}
