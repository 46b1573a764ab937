import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { ConsoleMessages } from '../../adapters/console/messages.ts';
import type { ConsoleUploads } from '../../adapters/console/uploads.ts';
import { slashNouns } from '../../commands/slash-commands.ts';
import type { ChatAdapter, InteractionHandler, InteractionInbox } from '../chat/port.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { OrgStore } from '../org/org-store.ts';
import type { CompleteConsole } from './complete-console.ts';
import { consoleChannels, consoleCommands, consolePeople } from './console-directory.ts';

/** What adapters are built from. */
export interface AdapterParts {
  readonly config: Config;
  readonly http: FastifyInstance;
  readonly handle: InteractionHandler;
  readonly accept: InteractionInbox;
  readonly clock: Clock;
  readonly log: Logger;
  readonly organisation: OrgStore;
  readonly messages: ConsoleMessages;
  readonly uploads: ConsoleUploads;
  readonly complete: CompleteConsole;
}

/**
 * An adapter for each configured platform, not started yet; others are not even loaded, since each platform's SDK takes megabytes. Fails with the
 * platform's own error for a bad token.
 */
export async function openAdapters(parts: AdapterParts): Promise<ChatAdapter[]> {
  const { config, http, handle, accept, clock, log, organisation, messages, uploads, complete } = parts;
  const common = { http, handle, clock };
  const { proxied } = config;
  const adapters: ChatAdapter[] = [];
  if (config.slack) {
    const { createSlackAdapter } = await import('../../adapters/slack/create-adapter.ts');
    adapters.push(
      await createSlackAdapter({ ...common, accept, proxied, ...config.slack, log: log.child({ adapter: 'slack' }) }),
    );
  }
  if (config.feishu) {
    const { createFeishuAdapter } = await import('../../adapters/feishu/create-adapter.ts');
    adapters.push(
      await createFeishuAdapter({
        ...common,
        accept,
        proxied,
        ...config.feishu,
        nouns: slashNouns,
        log: log.child({ adapter: 'feishu' }),
      }),
    );
  }
  if (config.console) {
    const { createConsoleAdapter } = await import('../../adapters/console/create-adapter.ts');
    adapters.push(
      await createConsoleAdapter({
        ...common,
        log: log.child({ adapter: 'console' }),
        messages,
        uploads,
        people: async () => consolePeople(await organisation.load()),
        channels: async () => consoleChannels(await organisation.load()),
        suggestions: consoleCommands(),
        complete,
      }),
    );
  }
  return adapters;
}
