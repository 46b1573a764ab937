import type { Logger } from 'pino';
import type { ChatAdapter } from '../chat/port.ts';
import type { Clock } from '../clock.ts';
import { type Dispatch, leftToTheBot } from '../records/decide/dispatch.ts';
import { type Carrier, type Job, type RenewalOf, reasonOf } from './carrier.ts';
import type { EffectChange } from './change.ts';
import { claimAtOnce, documentOf } from './claim-at-once.ts';
import { createClaims } from './claims.ts';
import type { CoreEffects } from './core-effects.ts';
import type { Draw } from './draw.ts';
import type { EffectStore, StoreName } from './effect-store.ts';
import { createFetches } from './fetches.ts';
import type { Fetching } from './fetching.ts';
import type { Leases } from './lease-repository.ts';
import type { Letters } from './letters.ts';
import { loadOrSetAside, note } from './note.ts';
import { defaultOptions, type OutboxOptions } from './options.ts';
import { createPace } from './pace.ts';
import { createPeopleFirst, type PeopleFirst } from './people-first.ts';
import { createRefreshFailures } from './refresh-failures.ts';
import { createRemembered } from './remembered.ts';
import { createSenders } from './senders.ts';
import { workDocument } from './work-document.ts';
import { createWorkQueue } from './work-queue.ts';

/**
 * Carries out what decisions requested: messages, card updates, records to raise. Each effect is done once, in order per receiver, by any number of
 * processes sharing a database.
 */
export interface Outbox extends Dispatch {
  /** Starts looking for work. */
  start(): void;
  /** Takes no more work, finishes what is in progress and releases what it holds. */
  stop(): Promise<void>;
  /** Works on a document now, because it was just written. */
  kick(id: string, store?: StoreName): void;
  /** Answers a user who is waiting: outbox work in progress continues, and nothing more is started in the meantime. */
  serve: PeopleFirst['serve'];
  /** Works until nothing more is due at the clock's current time. Fails as the database does. */
  drain(): Promise<void>;
}

/** What the outbox is built from. */
export interface OutboxParts {
  readonly stores: readonly EffectStore[];
  /** By route: `platform:workspace`. */
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  readonly draw: Draw;
  readonly core: CoreEffects;
  readonly renewal: RenewalOf;
  readonly fetching: Fetching;
  readonly letters: Letters;
  readonly leases: Leases;
  readonly clock: Clock;
  readonly log: Logger;
  /** The name of this process among all that share the database; never reused. */
  readonly me: string;
  readonly options?: Partial<OutboxOptions>;
}

const nameOf = ({ name }: EffectStore, id: string) => `${name}/${id}`;

/** A document that waits longer than messages wait for their turn is read again. */
const REMEMBERED_MS = 60_000;

/** Creates an outbox. It does nothing until it is started, kicked or drained. */
export function createOutbox({ stores, leases, ...parts }: OutboxParts): Outbox {
  const options = { ...defaultOptions, ...parts.options };
  const { clock, log, me } = parts;
  const fetches = createFetches(options.fetchMs);
  const senders = createSenders({ leases, me, clock, leaseMs: options.senderMs });
  const carrier: Carrier = {
    ...parts,
    options,
    fetches,
    fetched: noteFetched,
    pace: createPace(),
    senders,
    claims: createClaims(options.claimHoldMs),
    refreshFailures: createRefreshFailures(),
  };
  const remembered = createRemembered();
  const queue = createWorkQueue<boolean>(options.concurrency);
  const peopleFirst = createPeopleFirst(options.patienceMs);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let polling: Promise<void> = Promise.resolve();
  let wakeAt = Number.POSITIVE_INFINITY;
  let askedForOldCards = Number.NEGATIVE_INFINITY;

  /** Effects claimed with their decision count as in progress: they are finished, so that no process must look them up. */
  const isStopping = () => stopped && carrier.claims.size === 0;

  function work(store: EffectStore, id: string): Promise<boolean> {
    return queue.add(nameOf(store, id), async () => {
      await peopleFirst.turn();
      const worked = await workDocument(carrier, store, id, isStopping, remembered.recall(id, clock.now()));
      if (worked.wakeAt !== null) wakeAt = Math.min(wakeAt, worked.wakeAt);
      const waitsShortly = worked.wakeAt !== null && worked.wakeAt - clock.now().getTime() < REMEMBERED_MS;
      if (worked.left && waitsShortly) remembered.keepLeft(id, worked.left);
      return worked.progress;
    });
  }

  const workQuietly = (store: EffectStore, id: string): Promise<boolean> =>
    work(store, id).catch((error: unknown) => {
      log.error({ id, store: store.name, reason: reasonOf(error), err: error }, 'work on a document broke off');
      return false;
    });

  async function noteFetched({ store, document }: Job, changes: readonly EffectChange[]): Promise<void> {
    const present = await loadOrSetAside(carrier, store, document.id);
    if (present) await note(carrier, { store, document: present }, changes, { has: () => false });
    if (!stopped) void workQuietly(store, document.id);
  }

  /** Hands documents whose cards are getting too old to be refreshed to the next sweep. */
  async function wakeAgeing(): Promise<void> {
    const now = clock.now();
    if (Math.abs(now.getTime() - askedForOldCards) < options.renewEveryMs) return;
    for (const store of stores) {
      for (const id of await store.ageing(now, options.batch)) await store.wake(id, now);
    }
    askedForOldCards = now.getTime();
  }

  /** True if something was done, or is in progress. */
  async function sweep(doWork: typeof work): Promise<boolean> {
    await wakeAgeing();
    const done = await Promise.all(
      stores.map(async (store) => {
        const ids = await store.due(clock.now(), options.batch);
        // Documents in progress report by themselves when they need attention again.
        const left = ids.filter((id) => !queue.has(nameOf(store, id)));
        const worked = await Promise.all(left.map((id) => doWork(store, id)));
        return left.length < ids.length || worked.includes(true);
      }),
    );
    return done.includes(true);
  }

  async function poll(): Promise<void> {
    wakeAt = Number.POSITIVE_INFINITY;
    try {
      await sweep(workQuietly);
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'the outbox cannot reach the database');
    }
    if (stopped) return;
    const waitMs = Math.min(Math.max(wakeAt - clock.now().getTime(), 10), options.pollMs);
    timer = setTimeout(() => {
      polling = poll();
    }, waitMs);
  }

  /** Takes free sender leases, and starts watching the others, so that a killed process is replaced sooner. */
  async function watchSenders(): Promise<void> {
    for (const route of carrier.adapters.keys()) await senders.holds(route).catch(() => false);
  }

  /** Waits for the files being fetched; false if there were none. */
  async function fetched(): Promise<boolean> {
    const any = await fetches.settle();
    await queue.idle();
    return any;
  }

  return {
    start() {
      polling = watchSenders().then(poll);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await polling;
      await queue.idle();
      await fetches.stop();
      await senders.release();
    },
    kick(id, name = 'records') {
      const store = stores.find((each) => each.name === name);
      if (store && !stopped) void workQuietly(store, id);
    },
    claim: (record, fresh) => (stopped ? leftToTheBot.claim(record, fresh) : claimAtOnce(carrier, record, fresh)),
    notSaved: (fresh) => carrier.claims.take(fresh.map(({ key }) => key)),
    saved(record, nextAt, done = []) {
      const [store] = stores;
      if (!store || stopped) return;
      remembered.keep(record.id, { document: documentOf(record, nextAt), done });
      if (done.length > 0 || nextAt <= clock.now()) void workQuietly(store, record.id);
      else wakeAt = Math.min(wakeAt, nextAt.getTime());
    },
    serve: (answer) => peopleFirst.serve(answer),
    async drain() {
      let more: boolean;
      do {
        await queue.idle();
        // An arrived file leads to more work.
        more = (await sweep(work)) || (await fetched());
      } while (more);
    },
  };
}
