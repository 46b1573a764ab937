import type { WebClient } from '@slack/web-api';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { rememberPictures } from '../../src/charts/picture-uploads.ts';
import { createBackground } from '../../src/chat/background.ts';
import type { ChatAdapter, InteractionHandler, InteractionInbox } from '../../src/chat/port.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import { createHttpClient } from '../../src/http-client/http-client.ts';
import { createDirectChannels } from './direct-channels.ts';
import { downloadFile } from './download.ts';
import { createEncodedViews } from './encoded-views.ts';
import { findUser } from './find-user.ts';
import { createHome } from './home.ts';
import { type Deadlines, deadlines } from './limits.ts';
import { type BotIdentity, listen } from './listen.ts';
import { lookUpPost } from './look-up.ts';
import { type ChartOptions, createPictures } from './pictures.ts';
import { postFile } from './post-file.ts';
import { createReception } from './reception.ts';
import { createRespond } from './respond.ts';
import { postCard, refreshCard, sayReply } from './send.ts';
import { SlackClient } from './slack-client.ts';
import { readFailure } from './slack-failure.ts';
import { createTell } from './tell.ts';
import { createTellCard } from './tell-card.ts';
import { createPictureUpload } from './upload-picture.ts';
import { createUserLocales } from './user-locales.ts';

export interface SlackAdapterOptions {
  readonly botToken: string;
  /** Verifies requests over HTTP; needed unless there is an app token. */
  readonly signingSecret?: string | undefined;
  /** With it requests come in Socket Mode, over a connection of our own, and not over HTTP. */
  readonly appToken?: string | undefined;
  /** Another address of the Web API, for a stand-in: `http://127.0.0.1:PORT/api/`. */
  readonly apiUrl?: string | undefined;
  /** Whether calls go through the proxy that the environment names. */
  readonly proxied?: boolean;
  /** Not listening yet: `POST /slack/events` is mounted on it. */
  readonly http: FastifyInstance;
  readonly handle: InteractionHandler;
  /** Takes in what nobody waits for. */
  readonly accept: InteractionInbox;
  readonly clock: Clock;
  readonly log: Logger;
  /** Which form charts take; as the workspace has it, when absent. */
  readonly charts?: ChartOptions | undefined;
  /** Other deadlines than ours. */
  readonly within?: Partial<Deadlines>;
}

/**
 * The adapter for one Slack workspace. Who the bot is, and in which workspace, is asked of Slack at once.
 * @throws AppError `slack.tokenRefused`, `slack.unreachable`, `slack.noSigningSecret`; from `start`, `slack.appTokenRefused`.
 */
export async function createSlackAdapter(options: SlackAdapterOptions): Promise<ChatAdapter> {
  const { botToken, handle, accept, clock, log } = options;
  const within = { ...deadlines, ...options.within };
  const httpClient = createHttpClient(options);
  const client = new SlackClient({ ...options, httpClient, withinMs: within.interactiveCall });
  const bot = await identify(client);
  const workspace = bot.teamId;
  const directChannels = createDirectChannels(client);
  const calls = new SlackClient({ ...options, httpClient, withinMs: within.backgroundCall });
  const uploads = rememberPictures(createPictureUpload({ client: calls, httpClient }));
  const pictures = createPictures({ setting: options.charts ?? 'auto', clock, uploads });
  const sender = { client: calls, httpClient, workspace, directChannels, pictures };
  const background = createBackground(log, 'Slack');
  const respond = createRespond(httpClient);
  const tell = createTell({ client, directChannels, respond, log });
  const tellCard = createTellCard({ client: calls, pictures });
  const locales = createUserLocales(client, clock);
  const home = createHome({ client: sender.client, workspace, handle, locales, background, log });
  const reader = { workspace, botId: bot.botId, url: bot.url };
  const reception = await createReception(options);
  await listen(
    reception.receiver,
    {
      client,
      views: createEncodedViews(),
      workspace,
      handle,
      respond,
      tell,
      tellCard,
      pictures,
      locales,
      background,
      home,
      reader,
      log,
      answerWithinMs: within.answer,
    },
    accept,
    bot,
  );

  return {
    platform: 'slack',
    workspace,
    start: () => reception.start(),
    stop: async () => {
      await reception.stop();
      await background.idle();
      httpClient.close();
    },
    post: (target, card, key, locale) => postCard(sender, target, card, key, locale),
    postFile: (target, file) => postFile(sender, target, file),
    say: (target, reply, key, locale) => sayReply(sender, target, reply, key, locale),
    showHome: (userId, reply, locale) => home.show(userId, reply, locale),
    refresh: (place, card, locale) => refreshCard(sender, place, card, locale),
    lookUp: (target, key, since) => lookUpPost(sender, bot.botId, target, key, since),
    download: (file, signal) =>
      downloadFile({ client: calls, httpClient, botToken, apiUrl: options.apiUrl }, file, signal),
    user: (userId) => findUser(client, workspace, userId),
  };
}

async function identify(client: WebClient): Promise<BotIdentity> {
  try {
    const { team_id, bot_id, user_id, url } = await client.auth.test();
    if (!team_id || !bot_id || !user_id || !url)
      throw new AppError('slack.tokenRefused', { reason: 'not a bot token' });
    return { teamId: team_id, botId: bot_id, botUserId: user_id, url };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const failure = readFailure(error);
    if (failure.kind === 'code') throw new AppError('slack.tokenRefused', { reason: failure.code }, error);
    throw new AppError('slack.unreachable', { reason: failure.kind }, error);
  }
}
