import type { ChatAdapter, RefreshOutcome } from '../chat/port.ts';
import { AppError } from '../errors.ts';
import type { StandingCard } from '../records/effect.ts';
import { type Carrier, type Job, reasonOf } from './carrier.ts';
import { placeName, routeOf } from './standing.ts';

/**
 * Draws a card anew in its place, from the record as it was loaded. A retired card is drawn once more and then forgotten. What
 * fails is tried again later: a refresh may be repeated, by anybody.
 */
export async function carryOutRefresh(carrier: Carrier, job: Job, card: StandingCard, retired: boolean): Promise<void> {
  const { pace, refreshFailures, clock, log } = carrier;
  const { store, document } = job;
  const route = routeOf(card);
  const place = placeName(card);
  const adapter = carrier.adapters.get(route);
  if (!adapter) return;
  pace.take(place);
  const outcome = await refresh(carrier, job, adapter, card, retired);
  switch (outcome.outcome) {
    case 'done':
      refreshFailures.succeeded(place);
      if (retired) await store.forget(document.id, card, null, clock.now());
      else await store.shown(document.id, card, document.version);
      return;
    case 'gone':
      log.info({ record: document.id, route, reason: outcome.reason }, 'card is gone');
      refreshFailures.succeeded(place);
      await store.forget(document.id, card, null, clock.now());
      return;
    case 'later': {
      const until = refreshFailures.failed(place, clock.now().getTime(), outcome.afterMs);
      log.warn({ record: document.id, route, reason: outcome.reason, until }, 'refresh postponed');
      if (outcome.afterMs === 0) return;
      const end = clock.now().getTime() + outcome.afterMs;
      if (outcome.scope === 'workspace') pace.pauseRoute(route, end);
      else pace.pause({ route, platform: adapter.platform, channel: card.channel }, end);
      return;
    }
    default:
      return outcome satisfies never;
  }
}

async function refresh(
  { draw, log }: Carrier,
  { document }: Job,
  adapter: ChatAdapter,
  card: StandingCard,
  retired: boolean,
): Promise<RefreshOutcome> {
  const { platform, workspace, locale, personId, channel, message } = card;
  try {
    if (!document.record) throw new AppError('outbox.noRecord', { id: document.id });
    const drawn = await draw.record(document.record, { platform, workspace, locale, personId, retired });
    return await adapter.refresh({ platform, workspace, channel, message }, drawn, locale);
  } catch (error) {
    log.error({ record: document.id, err: error }, 'card could not be drawn anew');
    return { outcome: 'later', afterMs: 0, scope: 'channel', reason: reasonOf(error) };
  }
}
