import { routeOf } from './card-place.ts';
import type { Carrier } from './carrier.ts';
import type { OutboxDocument } from './effect-store.ts';
import type { PlanContext, RouteView } from './plan.ts';
import type { UnderWay } from './work.ts';

/** How soon to look again while all fetch slots are taken. */
const FULL_MS = 500;

/** What a plan for a document depends on; takes the sender lease if it is free. Fails as the database does. */
export async function settingFor(
  carrier: Carrier,
  document: OutboxDocument,
  underWay: Pick<UnderWay, 'has'>,
): Promise<PlanContext> {
  for (const route of routesOf(carrier, document)) await carrier.senders.holds(route);
  return settingNow(carrier, document, underWay);
}

/** The same without querying the database: a workspace whose sender is not known counts as another process's. */
export function settingNow(carrier: Carrier, document: OutboxDocument, underWay: Pick<UnderWay, 'has'>): PlanContext {
  const { adapters, senders, pace, refreshFailures, claims, clock, me, options, fetches } = carrier;
  const views = new Map<string, RouteView>();
  for (const route of routesOf(carrier, document)) {
    const adapter = adapters.get(route);
    if (!adapter) continue;
    const service = senders.holdsNow(route) ? 'mine' : 'other';
    const { platform, refreshableForMs } = adapter;
    views.set(route, { service, platform, refreshableForMs: refreshableForMs ?? Number.POSITIVE_INFINITY });
  }
  const now = clock.now();
  return {
    now,
    me,
    renewAheadMs: options.renewAheadMs,
    takeOverMs: options.claimHoldMs + options.settleMs,
    route: (route) => views.get(route) ?? null,
    turn: (conversation, key) => pace.turn(conversation, key, now.getTime()),
    refreshTurn: (conversation, place) => pace.refreshTurn(conversation, place, now.getTime()),
    fetchAt: ({ key, lease }) => {
      if (fetches.has(key)) return lease?.until.getTime() ?? now.getTime() + options.leaseMs;
      return fetches.isFull() ? now.getTime() + FULL_MS : 0;
    },
    retryRefreshAt: (place) => refreshFailures.retryAt(place),
    isUnderWay: (name) => underWay.has(name),
    isClaimed: (effect) => claims.holds(effect, now),
  };
}

function routesOf({ adapters }: Carrier, { effects, cards }: OutboxDocument): string[] {
  const routes = new Set([...effects.map(({ route }) => route), ...cards.map(routeOf)]);
  return [...routes].filter((route) => adapters.has(route));
}
