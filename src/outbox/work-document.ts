import { AppError } from '../errors.ts';
import type { Carrier, Job } from './carrier.ts';
import { carryOutCore } from './carry-out-core.ts';
import { carryOutFetch } from './carry-out-fetch.ts';
import { carryOutLetter } from './carry-out-letter.ts';
import { carryOutLookUp } from './carry-out-look-up.ts';
import { carryOutSend, carryOutStrand } from './carry-out-post.ts';
import { carryOutRefresh } from './carry-out-refresh.ts';
import { carryOutRenewal, carryOutReplace } from './carry-out-renewal.ts';
import { type EffectStore, GIVEN_UP, NOTHING_LEFT, type OutboxDocument, WORK_LEFT } from './effect-store.ts';
import { type Plan, plan, type RouteView, type Step } from './plan.ts';
import type { Senders } from './senders.ts';
import { routeOf } from './standing.ts';

/** What working on a document came to. */
export interface Worked {
  /** Whether anything was done or noted. */
  readonly progress: boolean;
  /** When the document wants attention again, in epoch milliseconds; null when nothing waits for a time. */
  readonly wakeAt: number | null;
}

/** How long a document that nobody can read is left alone. */
const SET_ASIDE_MS = 5 * 60_000;

/** How soon to look again while all hands are busy with files. */
const FULL_MS = 500;

/** More than any document needs; a mistake of ours must not hold the others up. */
const MOST_PASSES = 200;

/**
 * Does all that can be done now with a document, each time from its newest version, and notes when to look again. Ends early
 * when `stopping` says so. Fails as the connection does when the database is away.
 */
export async function workDocument(
  carrier: Carrier,
  senders: Senders,
  store: EffectStore,
  id: string,
  stopping: () => boolean,
): Promise<Worked> {
  let progress = false;
  for (let pass = 0; pass < MOST_PASSES && !stopping(); pass++) {
    const document = await loadOrSetAside(carrier, store, id);
    if (document?.pending !== WORK_LEFT) break;
    const todo = await planFor(carrier, senders, document);
    if (todo.steps.length > 0) {
      progress = true;
      await carryOutAll(carrier, { store, document }, todo.steps);
    } else if (todo.foreign) {
      break;
    } else if (await settle(store, document, todo)) {
      return { progress: true, wakeAt: todo.wakeAt };
    }
  }
  return { progress, wakeAt: null };
}

async function loadOrSetAside({ clock, log }: Carrier, store: EffectStore, id: string): Promise<OutboxDocument | null> {
  try {
    return await store.load(id);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.error({ id, store: store.name, err: error }, 'document cannot be read');
    const now = clock.now();
    await store.setAside(id, now, new Date(now.getTime() + SET_ASIDE_MS));
    return null;
  }
}

async function planFor(carrier: Carrier, senders: Senders, document: OutboxDocument): Promise<Plan> {
  const { adapters, pace, refreshFailures, clock, me, options, fetches } = carrier;
  const routes = new Set([...document.effects.map(({ route }) => route), ...document.cards.map(routeOf)]);
  const views = new Map<string, RouteView>();
  for (const route of routes) {
    const adapter = adapters.get(route);
    if (!adapter) continue;
    const service = (await senders.holds(route)) ? 'mine' : 'other';
    const { platform, refreshableForMs } = adapter;
    views.set(route, { service, platform, refreshableForMs: refreshableForMs ?? Number.POSITIVE_INFINITY });
  }
  const now = clock.now();
  return plan(document, {
    now,
    me,
    renewAheadMs: options.renewAheadMs,
    route: (route) => views.get(route) ?? null,
    turn: (conversation, key) => pace.turn(conversation, key, now.getTime()),
    fetchAt: ({ key, lease }) => {
      if (fetches.has(key)) return lease?.until.getTime() ?? now.getTime() + options.leaseMs;
      return fetches.isFull() ? now.getTime() + FULL_MS : 0;
    },
    retryRefreshAt: (place) => refreshFailures.retryAt(place),
  });
}

/** Receivers do not wait for each other, and a step that fails does not end the others. */
async function carryOutAll(carrier: Carrier, job: Job, steps: readonly Step[]): Promise<void> {
  const outcomes = await Promise.allSettled(steps.map((step) => carryOut(carrier, job, step)));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

async function carryOut(carrier: Carrier, job: Job, step: Step): Promise<void> {
  switch (step.step) {
    case 'send':
      return carryOutSend(carrier, job, step.effect);
    case 'lookUp':
      return carryOutLookUp(carrier, job, step.effect, step.begun);
    case 'drop':
      carrier.pace.take(step.effect.key);
      await job.store.drop(job.document.id, step.effect.key);
      return;
    case 'strand':
      return carryOutStrand(carrier, job, step.effect);
    case 'core':
      return carryOutCore(carrier, job, step.effect);
    case 'fetch':
      return carryOutFetch(carrier, job, step.effect);
    case 'letter':
      return carryOutLetter(carrier, job, step.effect);
    case 'refresh':
      return carryOutRefresh(carrier, job, step.card, step.retired);
    case 'replace':
      return carryOutReplace(carrier, job, step.card);
    case 'renew':
      return carryOutRenewal(carrier, job, step.card, step.refreshableUntil);
    default:
      return step satisfies never;
  }
}

function settle(store: EffectStore, document: OutboxDocument, { wakeAt, renewAt }: Plan): Promise<boolean> {
  const ageing = renewAt === null ? null : new Date(renewAt);
  if (wakeAt !== null) return store.settle(document, WORK_LEFT, new Date(wakeAt), ageing);
  const pending = document.effects.length > 0 ? GIVEN_UP : NOTHING_LEFT;
  return store.settle(document, pending, document.nextAt, ageing);
}
