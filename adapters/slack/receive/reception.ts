import type { Receiver } from '@slack/bolt';

/** How Slack's requests arrive. */
export interface Reception {
  readonly receiver: Receiver;
  start(): Promise<void>;
  stop(): Promise<void>;
}
