import type { Card } from '../../src/chat/card.ts';
import type { Place, Platform } from '../../src/chat/interaction.ts';
import type { ChatAdapter, LookUp, RefreshOutcome, SendOutcome, Target } from '../../src/chat/port.ts';
import type { Clock } from '../../src/clock.ts';

/** A message that stands on the platform. */
export interface Standing {
  readonly key: string;
  readonly place: Place;
  card: Card;
  readonly at: number;
  /** How often it was redrawn. */
  refreshes: number;
}

/** What a post does instead of going well. `lost` posts, and its answer never arrives in time. */
export type PostFault = Exclude<SendOutcome, { outcome: 'sent' }> | 'lost' | 'throws';

/** The other side of the port, in this process: it keeps what was posted and goes wrong where the test says so. */
export interface ScriptedAdapter extends ChatAdapter {
  readonly messages: Standing[];
  /** Keys and message ids, in the order in which calls came. */
  readonly calls: string[];
  readonly postFaults: PostFault[];
  readonly refreshFaults: Exclude<RefreshOutcome, { outcome: 'done' }>[];
  readonly lookUpFaults: LookUp[];
  /** Runs at the beginning of each call, before it takes effect. */
  before: (call: 'post' | 'refresh' | 'lookUp') => Promise<void>;
  /** Runs when a post stands and its answer is on the way. */
  afterPost: () => Promise<void>;
  delete(key: string): void;
}

const channelOf = (target: Target) => (target.kind === 'channel' ? target.channel : `dm-${target.userId}`);

/** Several adapters over the same `messages` are the same workspace as several processes see it. */
export function scriptAdapter(
  clock: Clock,
  platform: Platform = 'console',
  messages: Standing[] = [],
  refreshableForMs?: number,
): ScriptedAdapter {
  const workspace = 'local';
  const adapter: ScriptedAdapter = {
    platform,
    workspace,
    ...(refreshableForMs !== undefined && { refreshableForMs }),
    messages,
    calls: [],
    postFaults: [],
    refreshFaults: [],
    lookUpFaults: [],
    before: async () => undefined,
    afterPost: async () => undefined,
    delete(key) {
      const index = messages.findIndex((message) => message.key === key);
      if (index >= 0) messages.splice(index, 1);
    },
    postFile: (target, { name }, key, locale) =>
      adapter.post(target, { title: name, tone: 'neutral', blocks: [], summary: name }, key, locale),
    async post(target, card, key) {
      await adapter.before('post');
      adapter.calls.push(`post ${key}`);
      const fault = adapter.postFaults.shift();
      if (fault === 'throws') throw new Error('a mistake in the adapter');
      if (fault && fault !== 'lost') return fault;
      const place = { platform, workspace, channel: channelOf(target), message: `m${messages.length + 1}` };
      messages.push({ key, place, card, at: clock.now().getTime(), refreshes: 0 });
      await adapter.afterPost();
      return fault === 'lost' ? { outcome: 'unknown', reason: 'no answer' } : { outcome: 'sent', place };
    },
    say: (target, reply, key, locale) =>
      reply.kind === 'card'
        ? adapter.post(target, reply.card, key, locale)
        : Promise.resolve({ outcome: 'refused', reason: 'no card' }),
    async refresh(place, card) {
      await adapter.before('refresh');
      adapter.calls.push(`refresh ${place.message}`);
      const fault = adapter.refreshFaults.shift();
      if (fault) return fault;
      const message = messages.find((each) => each.place.message === place.message);
      if (!message) return { outcome: 'gone', reason: 'no such message' };
      message.card = card;
      message.refreshes += 1;
      return { outcome: 'done' };
    },
    async lookUp(_target, key) {
      await adapter.before('lookUp');
      adapter.calls.push(`lookUp ${key}`);
      const fault = adapter.lookUpFaults.shift();
      if (fault) return fault;
      const message = messages.find((each) => each.key === key);
      return message ? { found: 'yes', place: message.place } : { found: 'no' };
    },
    download: async () => ({ outcome: 'gone', reason: 'no files here' }),
    start: async () => undefined,
    stop: async () => undefined,
    user: async () => null,
  };
  return adapter;
}
