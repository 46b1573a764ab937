import { type App, type Receiver, ReceiverMultipleAckError } from '@slack/bolt';
import { AppError } from '../../../src/errors.ts';

/** A receiver of Bolt's for requests that were received and verified by our own HTTP front. */
export interface HttpReceiver extends Receiver {
  /**
   * Has a request worked on and gives what it was acknowledged with; an event is acknowledged after its decision. Rejects as the
   * listener does, and with AppError `slack.unacknowledged` when none has answered.
   */
  readonly take: (body: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

export function createHttpReceiver(): HttpReceiver {
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
