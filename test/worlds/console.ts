import Fastify, { type FastifyInstance } from 'fastify';
import pino from 'pino';
import { createConsoleAdapter } from '../../adapters/console/create-adapter.ts';
import type { ConsoleMessages } from '../../adapters/console/messages.ts';
import type { ChatAdapter, InteractionHandler } from '../../src/chat/port.ts';
import { createMemoryMessages } from '../adapters/console/create-memory-messages.ts';
import { createMemoryUploads } from '../adapters/console/memory-uploads.ts';
import { channels, commands, people } from '../adapters/console/people.ts';

/** A console that works, over its own server. */
export interface OpenConsoleAdapter {
  readonly http: FastifyInstance;
  readonly adapter: ChatAdapter;
  readonly messages: ConsoleMessages;
  /** What was logged, a line each. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

/** Sets up a console with the small company; `handle` is the other side of the port. */
export async function openConsoleAdapter(
  handle: InteractionHandler,
  messages: ConsoleMessages = createMemoryMessages(),
): Promise<OpenConsoleAdapter> {
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(line) });
  // A browser may hold a connection that never carried a request; a plain close would wait for it.
  const http = Fastify({ forceCloseConnections: true });
  const adapter = await createConsoleAdapter({
    http,
    handle,
    log,
    messages,
    uploads: createMemoryUploads(),
    clock: { now: () => new Date('2026-11-23T02:05:00Z') },
    people: async () => people,
    channels: async () => channels,
    suggestions: commands,
  });
  await adapter.start();
  return {
    http,
    adapter,
    messages,
    logged,
    async close() {
      await adapter.stop();
      await http.close();
    },
  };
}
