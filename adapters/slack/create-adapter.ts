import type { WebClient } from '@slack/web-api';
import { rememberPictures } from '../../src/charts/picture-uploads.ts';
import { createBackground } from '../../src/chat/background.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import { AppError } from '../../src/errors.ts';
import { createHttpClient } from '../../src/http-client/http-client.ts';
import { createHome } from './answer/home.ts';
import { createRespond } from './answer/respond.ts';
import { createTell } from './answer/tell.ts';
import { createTellCard } from './answer/tell-card.ts';
import { SlackClient } from './client.ts';
import { readFailure } from './failure.ts';
import { deadlines } from './limits.ts';
import type { SlackAdapterOptions } from './options.ts';
import { findUser } from './people/find-user.ts';
import { createUserLocales } from './people/user-locales.ts';
import { createReception } from './receive/create-reception.ts';
import { downloadFile } from './receive/download.ts';
import { type BotIdentity, listen } from './receive/listen.ts';
import { createEncodedViews } from './render/encoded-views.ts';
import { createDirectChannels } from './send/direct-channels.ts';
import { lookUpPost } from './send/look-up.ts';
import { createPictures, createPictureUpload } from './send/pictures.ts';
import { postFile } from './send/post-file.ts';
import { postCard, refreshCard, sayReply } from './send/send.ts';

/**
 * The adapter for one Slack workspace. Asks Slack right away for the bot's identity and workspace.
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
