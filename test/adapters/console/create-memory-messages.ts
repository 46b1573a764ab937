import { randomUUID } from 'node:crypto';
import type { ConsoleMessage, ConsoleMessages } from '../../../adapters/console/messages.ts';

/** The console's messages in a list: what the durable store promises, without a database. */
export function createMemoryMessages(): ConsoleMessages {
  const messages: ConsoleMessage[] = [];
  let sequence = 0;
  const find = (matches: (message: ConsoleMessage) => boolean): ConsoleMessage | null => messages.find(matches) ?? null;
  return {
    async append(message) {
      const standing = find(({ key }) => key === message.key);
      if (standing !== null) return standing;
      sequence += 1;
      const made = { ...message, id: randomUUID(), position: sequence, sequence };
      messages.push(made);
      return made;
    },
    async replace(id, card, locale) {
      const index = messages.findIndex((message) => message.id === id);
      const old = messages[index];
      if (old === undefined) return null;
      sequence += 1;
      const made = { ...old, card, locale, sequence };
      messages[index] = made;
      return made;
    },
    findById: async (id) => find((message) => message.id === id),
    findByKey: async (key) => find((message) => message.key === key),
    since: async (after, limit) =>
      messages
        .filter((message) => message.sequence > after)
        .sort((a, b) => a.sequence - b.sequence)
        .slice(0, limit),
    bySpace: async (space, limit, before = Number.POSITIVE_INFINITY) =>
      messages.filter((message) => message.space === space && message.position < before).slice(-limit),
    latest: async () => sequence,
  };
}
