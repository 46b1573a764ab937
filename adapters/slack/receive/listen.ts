import { type AckFn, App, type Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { InteractionInbox } from '../../../src/chat/port.ts';
import { createRequestAnswerer } from '../answer/answer-request.ts';
import type { Answering } from '../answer/answering.ts';
import { createSlackLogger } from '../logger.ts';
import { schemas } from '../schema.ts';

/** The bot's identity, from Slack's `auth.test`. */
export interface BotIdentity {
  readonly teamId: string;
  readonly botId: string;
  readonly botUserId: string;
  /** The workspace's address. */
  readonly url: string;
}

/** Puts Bolt between a receiver of Slack's requests and their handlers. Rejects as Bolt's `init` does. */
export async function listen(
  receiver: Receiver,
  answering: Answering,
  accept: InteractionInbox,
  bot: BotIdentity,
): Promise<App> {
  const app = new App({
    receiver,
    logger: createSlackLogger(answering.log),
    convoStore: false,
    deferInitialization: true,
    // No token: our own clients make the calls.
    authorize: () => Promise.resolve({ ...bot }),
  });
  await app.init();
  const answer = createRequestAnswerer(answering, accept);
  // One listener for all: Bolt tries every listener on each request. The types say what each kind may be answered with.
  app.use(async ({ body, ack = acknowledged }) => {
    await answering.background.hold(answer(schemas.request.parse(body), ack as AckFn<unknown>));
  });
  app.error((error) => failRequest(answering.log, error));
  return app;
}

/** Bolt has acknowledged an event to the receiver, which passes it on once it has been processed. */
const acknowledged = () => Promise.resolve();

/** Lets the receiver respond 500. The error's message may quote the request and is not logged. */
function failRequest(log: Logger, error: Error): Promise<never> {
  log.warn({ error: error.name }, 'a Slack request failed');
  return Promise.reject(error);
}
