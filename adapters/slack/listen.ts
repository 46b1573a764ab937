import { App, type Receiver, type ViewSubmitAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { InteractionInbox } from '../../src/chat/port.ts';
import { answerCommand } from './answer-command.ts';
import { createMessageAnswerer } from './answer-message.ts';
import { answerPress } from './answer-press.ts';
import { answerShortcut } from './answer-shortcut.ts';
import { answerSubmit } from './answer-submit.ts';
import type { Answering } from './answering.ts';
import { createSlackLogger } from './bolt-logger.ts';
import { homeInteraction, messageInteraction } from './event-interaction.ts';
import { schemas } from './schema.ts';

/** Who the bot is, as Slack's `auth.test` says. */
export interface BotIdentity {
  readonly teamId: string;
  readonly botId: string;
  readonly botUserId: string;
  /** The workspace's address. */
  readonly url: string;
}

/** Puts Bolt between a receiver of Slack's requests and the answers. Rejects as Bolt's `init` does. */
export async function listen(
  receiver: Receiver,
  answering: Answering,
  accept: InteractionInbox,
  bot: BotIdentity,
): Promise<App> {
  const answerMessage = createMessageAnswerer(answering);
  const app = new App({
    receiver,
    logger: createSlackLogger(answering.log),
    convoStore: false,
    deferInitialization: true,
    // Without a token: calls are made by clients of our own.
    authorize: () => Promise.resolve({ ...bot }),
  });
  await app.init();
  const { background, home, reader } = answering;
  app.command(/.*/, ({ body, ack }) => background.hold(answerCommand(answering, schemas.command.parse(body), ack)));
  app.action(/.*/, ({ body, ack }) => background.hold(answerPress(answering, schemas.press.parse(body), ack)));
  app.view<ViewSubmitAction>(/.*/, ({ body, ack }) =>
    background.hold(answerSubmit(answering, schemas.submit.parse(body), ack)),
  );
  app.shortcut(/.*/, ({ body, ack }) => {
    const message = schemas.messageShortcut.safeParse(body);
    const shortcut = message.success ? message.data : schemas.globalShortcut.parse(body);
    return background.hold(answerShortcut(answering, shortcut, ack));
  });
  const onMessage = async ({ body }: { body: unknown }) => {
    const message = schemas.messageEvent.safeParse(body);
    const interaction = message.success ? messageInteraction(message.data, reader) : null;
    if (interaction?.kind === 'command') await background.hold(answerMessage(interaction));
    if (interaction?.kind === 'message') await background.hold(accept(interaction));
  };
  app.event('message', onMessage);
  app.event('app_mention', onMessage);
  app.event('app_home_opened', async ({ body }) => {
    const event = schemas.homeEvent.safeParse(body);
    const interaction = event.success ? homeInteraction(event.data) : null;
    if (!interaction) return;
    home.opened(interaction.userId);
    await background.hold(accept(interaction));
  });
  app.error((error) => failRequest(answering.log, error));
  return app;
}

/** Lets the receiver answer 500. The error's message may quote the request and is not logged. */
function failRequest(log: Logger, error: Error): Promise<never> {
  log.warn({ error: error.name }, 'a Slack request failed');
  return Promise.reject(error);
}
