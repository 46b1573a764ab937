import { cleanText } from '../../src/chat/clean-text.ts';
import type { ChatAdapter } from '../../src/chat/port.ts';
import { cleanMessage } from '../../src/chat/router.ts';
import { within } from '../../src/chat/within.ts';
import type { ChatReader } from '../context.ts';

/** A user may be waiting for the form that needs the name. */
const NAME_WITHIN_MS = 800;

/** Messages and names from the adapters, normalized like all input. */
export function createChatReader(adapters: ReadonlyMap<string, ChatAdapter>): ChatReader {
  return {
    async read(place) {
      const adapter = adapters.get(`${place.platform}:${place.workspace}`);
      if (!adapter?.read) return { found: 'no', because: 'hidden' };
      const reading = await adapter.read(place);
      return reading.found === 'yes' ? { ...reading, messages: reading.messages.map(cleanMessage) } : reading;
    },
    async nameOf(platform, workspace, userId) {
      const adapter = adapters.get(`${platform}:${workspace}`);
      if (!adapter) return null;
      const asked = await within(adapter.user(userId), NAME_WITHIN_MS);
      return asked.inTime && asked.value ? cleanText(asked.value.name).trim() || null : null;
    },
  };
}
