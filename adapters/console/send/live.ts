import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { limits } from '../limits.ts';
import type { ConsoleMessage, ConsoleMessages } from '../messages.ts';
import { renderMessage } from '../render/render-message.ts';

/** The message streams to open pages. */
export interface Live {
  /** There is news: streams poll at once, without waiting for the next interval. */
  readonly kick: () => void;
  /** Sends the messages after `since` that `sees` admits, until the browser disconnects or everything is closed. */
  readonly follow: (to: ServerResponse, since: number, sees: Sees) => Promise<void>;
  /** Ends every stream. */
  readonly close: () => void;
}

/** Which of these messages a visitor may see. */
export type Sees = (messages: readonly ConsoleMessage[]) => Promise<readonly ConsoleMessage[]>;

/** Streams over the store itself: each polls for what is new, so posts of another replica are seen too. */
export function createLive(messages: ConsoleMessages, log: Logger): Live {
  const waiting = new Set<() => void>();
  const open = new Set<ServerResponse>();
  let news = 0;

  const kick = (): void => {
    news += 1;
    for (const wake of waiting) wake();
  };

  const nextTurn = (seen: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, limits.pollMs);
      waiting.add(wake);
      if (news !== seen) wake();
    });

  const follow: Live['follow'] = async (to, since, sees) => {
    let cursor = since;
    open.add(to);
    const heartbeat = setInterval(() => to.write(': alive\n\n'), limits.heartbeatMs);
    to.once('close', () => {
      open.delete(to);
      clearInterval(heartbeat);
      kick();
    });
    to.write('retry: 1000\n\n');
    while (open.has(to)) {
      const seen = news;
      try {
        const batch = await messages.since(cursor, limits.batch);
        const visible = batch.length === 0 ? [] : await sees(batch);
        cursor = batch.at(-1)?.sequence ?? cursor;
        for (const message of visible) to.write(toEvent(message));
        if (batch.length === limits.batch) continue;
      } catch (error) {
        log.warn({ err: error }, 'console: messages could not be read, trying again');
      }
      await nextTurn(seen);
    }
  };

  const close = (): void => {
    for (const stream of open) stream.end();
    open.clear();
    kick();
  };

  return { kick, follow, close };
}

/** A message as a server-sent event; JSON keeps line breaks out of its one data line. */
function toEvent(message: ConsoleMessage): string {
  const data = {
    message: message.id,
    space: message.space,
    position: message.position,
    summary: message.card.summary,
    html: renderMessage(message).toString(),
  };
  return `id: ${message.sequence}\nevent: message\ndata: ${JSON.stringify(data)}\n\n`;
}
