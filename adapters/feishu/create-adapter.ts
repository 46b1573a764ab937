import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { rememberPictures } from '../../src/charts/picture-uploads.ts';
import { createBackground } from '../../src/chat/background.ts';
import type { ChatAdapter, InteractionHandler, InteractionInbox } from '../../src/chat/port.ts';
import type { Clock } from '../../src/clock.ts';
import { AppError } from '../../src/errors.ts';
import { createHttpClient } from '../../src/http-client/http-client.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { createFormContents } from './answer/form-contents.ts';
import { createChatMemory } from './chat-memory.ts';
import { createFeishuClient } from './client.ts';
import { createConnection } from './connect.ts';
import { describeFailure } from './failure.ts';
import { type Deadlines, deadlines, limits } from './limits.ts';
import { findUser } from './people/find-user.ts';
import { downloadFile } from './receive/download.ts';
import { createFormFiles } from './receive/form-files.ts';
import { createEventHandlers } from './receive/handle-events.ts';
import { listen } from './receive/listen.ts';
import { lookAtMessage } from './receive/look-at-message.ts';
import { createOpenPush } from './receive/open-push.ts';
import { receivePush } from './receive/receive-push.ts';
import { botSchema } from './schema.ts';
import { lookUp } from './send/look-up.ts';
import { createPictures, createPictureUpload } from './send/pictures.ts';
import { createSender } from './send/send.ts';

/** The parsed configuration of the adapter, and its dependencies. */
export interface FeishuAdapterOptions {
  readonly appId: string;
  readonly appSecret: string;
  /** Both are required in mode `http`, and unused in any other. */
  readonly encryptKey?: string | undefined;
  readonly verificationToken?: string | undefined;
  /** `https://open.feishu.cn` if absent; for Lark `https://open.larksuite.com`. */
  readonly domain?: string;
  readonly mode: 'http' | 'ws';
  /** Whether calls go through the proxy set in the environment. */
  readonly proxied?: boolean;
  /** `POST /feishu/events` is mounted here in mode `http`. */
  readonly http: FastifyInstance;
  readonly handle: InteractionHandler;
  /** Tracks work that nobody awaits. */
  readonly accept: InteractionInbox;
  readonly clock: Clock;
  readonly log: Logger;
  /** The words that may follow a slash: `/finding new`. */
  readonly nouns: readonly string[];
  /** The language of the adapter's own texts; `zh-CN` if absent. */
  readonly defaultLocale?: Locale;
  /** Shorter deadlines, for tests. */
  readonly within?: Partial<Deadlines>;
}

/**
 * Feishu or Lark as a chat platform, over the vendor's SDK. The workspace is the app's id: a self-built app serves one
 * tenant, an open_id means nothing without its app, and unlike the tenant's key it is known without a call.
 * `userId` is a person's open_id. Throws `feishu.credentials` at the start if Feishu rejects the app.
 */
export async function createFeishuAdapter(options: FeishuAdapterOptions): Promise<ChatAdapter> {
  const { appId, clock, log, defaultLocale: locale = 'zh-CN', domain = 'https://open.feishu.cn' } = options;
  const httpClient = createHttpClient(options);
  const client = createFeishuClient({ ...options, domain, httpClient });
  const memory = createChatMemory();
  const pictures = createPictures(rememberPictures(createPictureUpload(client)));
  const sender = createSender(client, memory, pictures, appId);
  const background = createBackground(log, 'Feishu');
  const within = { ...deadlines, ...options.within };
  let open = false;
  let botId: string | undefined;

  async function bot(): Promise<string | undefined> {
    if (botId !== undefined) return botId;
    const outcome = await client.call((sdk, call) =>
      sdk.request({ method: 'GET', url: '/open-apis/bot/v3/info' }, call),
    );
    if (outcome.ok) {
      botId = botSchema.safeParse(outcome.value).data?.bot.open_id;
      return botId;
    }
    const { failure, tokenless } = outcome;
    const turnedDown = failure.kind === 'answered' && failure.status < 429 && tokenless;
    if (turnedDown) throw new AppError('feishu.credentials', { reason: describeFailure(failure) });
    log.warn({ reason: describeFailure(failure) }, 'Feishu did not say who the bot is');
    return undefined;
  }

  const answering = {
    handle: options.handle,
    accept: options.accept,
    sender,
    locale,
    background,
    log,
    deadlines: within,
    formContents: createFormContents(),
    formFiles: createFormFiles(client, appId),
    pictures,
  };
  const handlers = createEventHandlers({ answering, bot, log, memory, clock, workspace: appId, nouns: options.nouns });
  const connection = options.mode === 'ws' ? createConnection({ ...options, domain, httpClient }, handlers) : undefined;
  if (!connection) {
    const openPush = createOpenPush(pushKeys(options), clock);
    const push = { openPush, handlers, log, open: () => open, deadlines: within };
    await listen(options.http, (body, headers) => receivePush(push, body, headers));
  }

  return {
    platform: 'feishu',
    workspace: appId,
    refreshableForMs: limits.refreshableForMs,
    largestFile: limits.fileBytes,
    async start() {
      await bot();
      open = true;
      await connection?.open();
    },
    async stop() {
      open = false;
      await background.idle();
      connection?.close();
      httpClient.close();
    },
    post: (target, card, key, language) => sender.post(target, card, key, language),
    postFile: (target, file, key) => sender.postFile(target, file, key),
    say: (target, reply, key, language) => sender.say(target, reply, key, language),
    read: (place) => lookAtMessage({ client, appId, bot }, place),
    refresh: (place, card, language) => sender.refresh(place, card, language),
    lookUp: (target, key, since) => lookUp({ client, memory, clock, appId }, target, key, since),
    download: (file, signal) => downloadFile(client, file, signal),
    user: (userId) => findUser(client, memory, userId),
  };
}

/** Without both, nothing proves that a push comes from Feishu. */
function pushKeys({ appId, encryptKey, verificationToken }: FeishuAdapterOptions) {
  if (!encryptKey || !verificationToken) throw new AppError('feishu.noPushKeys');
  return { appId, encryptKey, verificationToken };
}
