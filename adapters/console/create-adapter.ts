import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { ChatAdapter, InteractionHandler, PlatformUser } from '../../src/chat/port.ts';
import type { Clock } from '../../src/clock.ts';
import { turnDown } from './answer/turn-down.ts';
import { ConsoleError } from './failure.ts';
import type { ConsoleMessages } from './messages.ts';
import { type ConsoleChannel, type ConsoleCommand, type ConsolePerson, STRANGER } from './people/directory.ts';
import { findViewer } from './people/viewer.ts';
import { guard } from './receive/guard.ts';
import { serveApi } from './receive/serve-api.ts';
import { type Complete, serveCompletions } from './receive/serve-completions.ts';
import { servePage } from './receive/serve-page.ts';
import { serveUploads } from './receive/serve-uploads.ts';
import { createLive } from './send/live.ts';
import { createSending } from './send/send.ts';
import { serveAssets } from './serve-assets.ts';
import type { ConsoleUploads } from './uploads.ts';
import { WORKSPACE } from './workspace.ts';

/** What the console needs. */
export interface ConsoleOptions {
  /** The HTTP server, not yet listening; its owner binds it to 127.0.0.1. Takes `/`, `/console` and everything below it. */
  readonly http: FastifyInstance;
  readonly handle: InteractionHandler;
  readonly clock: Clock;
  readonly log: Logger;
  readonly messages: ConsoleMessages;
  readonly uploads: ConsoleUploads;
  readonly people: () => Promise<readonly ConsolePerson[]>;
  readonly channels: () => Promise<readonly ConsoleChannel[]>;
  /** Commands for the menu and for completion. */
  readonly suggestions?: readonly ConsoleCommand[];
  /** Completions for what the user is typing, in the language of the page. */
  readonly complete?: Complete;
}

/**
 * The console: a chat page in the browser, implemented as one more platform. It has no sign-in: anyone who can open the page
 * picks a person to act as. So it is for this machine only, and in production it must be turned on explicitly.
 */
export async function createConsoleAdapter(options: ConsoleOptions): Promise<ChatAdapter> {
  const { http, log, messages, people, channels } = options;
  const directory = { people, channels };
  const live = createLive(messages, log);
  const underWay = new Set<Promise<unknown>>();
  let taking = false;

  const handle: InteractionHandler = async (interaction) => {
    if (!taking) throw new ConsoleError('notReady', 503);
    const work = options.handle(interaction);
    underWay.add(work);
    try {
      return await work;
    } finally {
      underWay.delete(work);
    }
  };

  await http.register(async (scope) => {
    scope.removeContentTypeParser('text/plain');
    turnDown(scope, log);
    guard(scope);
    await serveAssets(scope);
    servePage(scope, { directory, messages, uploads: options.uploads, commands: options.suggestions ?? [] });
    serveApi(scope, { directory, messages, live, clock: options.clock, handle });
    serveCompletions(scope, { directory, complete: options.complete ?? (async () => []) });
    serveUploads(scope, { directory, uploads: options.uploads });
    scope.addHook('preClose', async () => live.close());
  });

  return {
    platform: 'console',
    workspace: WORKSPACE,
    ...createSending({ messages, uploads: options.uploads, clock: options.clock, people, channels, kick: live.kick }),

    async start() {
      taking = true;
    },

    async stop() {
      taking = false;
      live.close();
      await Promise.allSettled(underWay);
    },

    async download({ ref }) {
      const content = await options.uploads.open(ref);
      return content ? { outcome: 'stream', content } : { outcome: 'gone', reason: 'no such upload' };
    },

    async user(userId): Promise<PlatformUser | null> {
      const viewer = await findViewer(directory, userId);
      if (viewer === undefined) return null;
      return { userId, name: viewer.name, kind: userId === STRANGER ? 'external' : 'member' };
    },
  };
}
