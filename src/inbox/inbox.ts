import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Interaction } from '../chat/interaction.ts';
import type { ChatAdapter, InteractionHandler, InteractionInbox } from '../chat/port.ts';
import type { Reply } from '../chat/reply.ts';
import type { Clock } from '../clock.ts';
import type { AdminAction } from '../records/shape/admin-action.ts';
import type { GivenUpItem, InboxItem, InboxRepository } from './inbox-repository.ts';
import { defaultInboxOptions, type InboxOptions, waitMs } from './options.ts';
import { effectsOf } from './reply-effects.ts';

/**
 * Events that nobody is waiting for: stored before the platform gets its acknowledgment, and processed afterwards, once, by any process. The answer
 * is written as an effect together with the end of the work; only the outbox posts.
 */
export interface Inbox {
  readonly accept: InteractionInbox;
  /** Starts looking for work. */
  start(): void;
  /** Takes no more work and finishes what is in progress. */
  stop(): Promise<void>;
  /** Works until nothing more is due at the clock's current time. Fails as the database does. */
  drain(): Promise<void>;
  /** Events that were given up, for administrators, who may retry or drop them. */
  givenUp(limit: number): Promise<readonly GivenUpItem[]>;
  retry(key: string, dealing: AdminAction): Promise<boolean>;
  drop(key: string, dealing: AdminAction): Promise<boolean>;
}

/** What an inbox is built from. */
export interface InboxParts {
  readonly repository: InboxRepository;
  readonly handle: InteractionHandler;
  /** By route: `platform:workspace`. */
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  /** Called with the key of each event that has effects, so that the outbox need not wait for its next poll. */
  readonly written: (key: string) => void;
  readonly clock: Clock;
  readonly log: Logger;
  readonly options?: Partial<InboxOptions>;
}

/** How an attempt ended. */
type Outcome =
  | { readonly end: 'done'; readonly reply: Reply }
  /** To be retried; `reply` is what the user is told if it is given up instead. */
  | { readonly end: 'failed'; readonly reason: string; readonly reply: Reply }
  /** Retrying would not help. */
  | { readonly end: 'useless'; readonly reason: string };

const FORGET_EVERY_MS = 3_600_000;
const nothing: Reply = { kind: 'nothing' };
const routeOf = ({ platform, workspace }: Interaction) => `${platform}:${workspace}`;

/** Creates an inbox. It processes nothing until it is started or drained. */
export function createInbox({ repository, handle, adapters, written, clock, log, ...parts }: InboxParts): Inbox {
  const options = { ...defaultInboxOptions, ...parts.options };
  const underWay = new Set<Promise<unknown>>();
  let stopped = false;
  let started = false;
  let forgetAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let polling: Promise<void> = Promise.resolve();

  async function attempt({ interaction }: InboxItem): Promise<Outcome> {
    if (!interaction) return { end: 'useless', reason: 'unreadable' };
    const adapter = adapters.get(routeOf(interaction));
    if (!adapter) return { end: 'failed', reason: 'workspace not served', reply: nothing };
    const reply = await handle(interaction);
    // By the contract of replies, nothing is known to have been done in that case.
    if (reply.kind === 'toast' && reply.tone === 'error') return { end: 'failed', reason: 'error', reply };
    return interaction.kind === 'opened' ? showHome(adapter, interaction, reply) : { end: 'done', reply };
  }

  /** The page may be drawn any number of times, so it needs no effect. */
  async function showHome(adapter: ChatAdapter, { userId }: Interaction, reply: Reply): Promise<Outcome> {
    const shown = await adapter.showHome?.(userId, reply, reply.locale ?? 'zh-CN');
    switch (shown?.outcome) {
      case undefined:
      case 'done':
        return { end: 'done', reply: nothing };
      case 'later':
        return { end: 'failed', reason: shown.reason, reply: nothing };
      case 'gone':
        return { end: 'useless', reason: shown.reason };
      default:
        return shown satisfies never;
    }
  }

  async function work(key: string): Promise<boolean> {
    const by = randomUUID();
    const now = clock.now();
    const item = await repository.claim(key, by, now, new Date(now.getTime() + options.leaseMs));
    if (!item) return false;
    const outcome = await attempt(item);
    const ended = clock.now();
    const effects = (reply: Reply) => (item.interaction ? effectsOf(key, item.interaction, reply, ended) : []);
    const attempts = item.attempts + 1;
    if (outcome.end === 'done') {
      if (await repository.finish(key, by, effects(outcome.reply), ended)) written(key);
      return true;
    }
    const { reason } = outcome;
    if (outcome.end === 'failed' && attempts < options.mostAttempts) {
      log.warn({ inbox: key, attempts, reason }, 'an event could not be worked off yet');
      await repository.putOff(key, by, new Date(ended.getTime() + waitMs(attempts)), reason);
      return true;
    }
    log.error({ inbox: key, attempts, reason }, 'an event was given up');
    const last = outcome.end === 'failed' ? effects(outcome.reply) : [];
    if (await repository.giveUp(key, by, reason, last, ended)) written(key);
    return true;
  }

  function track<T>(doing: Promise<T>): Promise<T> {
    underWay.add(doing);
    const forget = () => void underWay.delete(doing);
    doing.then(forget, forget);
    return doing;
  }

  const workQuietly = async (key: string): Promise<boolean> =>
    !stopped &&
    track(work(key)).catch((error: unknown) => {
      log.warn({ inbox: key, err: error }, 'work on an event broke off');
      return false;
    });

  async function sweep(doWork: typeof work): Promise<boolean> {
    const keys = await repository.due(clock.now(), options.batch);
    const done: boolean[] = [];
    for (const key of keys) done.push(await doWork(key));
    return done.includes(true);
  }

  async function forgetOld(): Promise<void> {
    const now = clock.now().getTime();
    if (now < forgetAt) return;
    const forgotten = await repository.forget(new Date(now - options.keepMs), options.batch);
    if (forgotten < options.batch) forgetAt = now + FORGET_EVERY_MS;
  }

  async function poll(): Promise<void> {
    try {
      await sweep(workQuietly);
      await forgetOld();
    } catch (error) {
      log.warn({ err: error }, 'the inbox cannot reach the database');
    }
    if (stopped) return;
    timer = setTimeout(() => {
      polling = poll();
    }, options.pollMs);
  }

  return {
    async accept(interaction) {
      const key = `${routeOf(interaction)}:${interaction.id}`;
      if (!(await repository.add(key, interaction, clock.now()))) return;
      if (started) void workQuietly(key);
    },
    start() {
      started = true;
      polling = poll();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await polling;
      await Promise.allSettled(underWay);
    },
    async drain() {
      await Promise.allSettled(underWay);
      while (await sweep(work));
    },
    givenUp: (limit) => repository.givenUp(limit),
    retry: (key, dealing) => repository.retry(key, dealing),
    drop: (key, dealing) => repository.drop(key, dealing),
  };
}
