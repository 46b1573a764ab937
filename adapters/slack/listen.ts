import { App, type Receiver, type ViewSubmitAction } from '@slack/bolt';
import type { Logger } from 'pino';
import { answerCommand } from './answer-command.ts';
import { createMessageAnswerer } from './answer-message.ts';
import { answerPress } from './answer-press.ts';
import { answerSubmit } from './answer-submit.ts';
import type { Answering } from './answering.ts';
import { createSlackLogger } from './bolt-logger.ts';
import { schemas } from './schema.ts';
import { messageInteraction } from './to-interaction.ts';

/** Who the bot is, as Slack's `auth.test` says. */
export interface BotIdentity {
  readonly teamId: string;
  readonly botId: string;
  readonly botUserId: string;
}

/** Puts Bolt between a receiver of Slack's requests and the answers. Rejects as Bolt's `init` does. */
export async function listen(
  receiver: Receiver,
  answering: Answering,
  bot: BotIdentity,
  botToken: string,
): Promise<App> {
  const answerMessage = createMessageAnswerer(answering);
  const app = new App({
    receiver,
    logger: createSlackLogger(answering.log),
    convoStore: false,
    deferInitialization: true,
    authorize: () => Promise.resolve({ ...bot, botToken }),
  });
  await app.init();
  const { background } = answering;
  app.command(/.*/, ({ body, ack }) => background.hold(answerCommand(answering, schemas.command.parse(body), ack)));
  app.action(/.*/, ({ body, ack }) => background.hold(answerPress(answering, schemas.press.parse(body), ack)));
  app.view<ViewSubmitAction>(/.*/, ({ body, ack }) =>
    background.hold(answerSubmit(answering, schemas.submit.parse(body), ack)),
  );
  const onMessage = async ({ body }: { body: unknown }) => {
    const message = schemas.messageEvent.safeParse(body);
    const interaction = message.success ? messageInteraction(message.data) : null;
    if (interaction?.kind === 'command') await background.hold(answerMessage(interaction));
  };
  app.event('message', onMessage);
  app.event('app_mention', onMessage);
  app.error((error) => failRequest(answering.log, error));
  return app;
}

/** Lets the receiver answer 500. The error's message may quote the request and is not logged. */
function failRequest(log: Logger, error: Error): Promise<never> {
  log.warn({ error: error.name }, 'a Slack request failed');
  return Promise.reject(error);
}
