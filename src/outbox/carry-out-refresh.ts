import type { ChatAdapter, RefreshOutcome } from '../chat/port.ts';
import { AppError } from '../errors.ts';
import type { StandingCard } from '../records/shape/effect.ts';
import { placeName, routeOf } from './card-place.ts';
import { type Carrier, type Job, reasonOf } from './carrier.ts';
import type { EffectChange } from './change.ts';
import type { Work } from './work.ts';

/**
 * Redraws a card in its place, from the record as loaded. A retired card is drawn once more and then forgotten. A failure is retried later: a refresh
 * may be repeated, by any process, and needs no claim.
 */
export function carryOutRefresh(
  carrier: Carrier,
  job: Job,
  adapter: ChatAdapter,
  card: StandingCard,
  retired: boolean,
): Work {
  const place = placeName(card);
  return {
    names: [place],
    claims: [],
    async run() {
      carrier.pace.take(place);
      return settle(carrier, job, card, retired, await refresh(carrier, job, adapter, card, retired));
    },
  };
}

function settle(
  { pace, refreshFailures, clock, log }: Carrier,
  { document }: Job,
  card: StandingCard,
  retired: boolean,
  outcome: RefreshOutcome,
): EffectChange[] {
  const route = routeOf(card);
  const place = placeName(card);
  switch (outcome.outcome) {
    case 'done':
      refreshFailures.succeeded(place);
      if (retired) return [{ change: 'forget', card, replacement: null }];
      return [{ change: 'show', card, version: document.version }];
    case 'gone':
      log.info({ record: document.id, route, reason: outcome.reason }, 'card is gone');
      refreshFailures.succeeded(place);
      return [{ change: 'forget', card, replacement: null }];
    case 'later': {
      const until = refreshFailures.failed(place, clock.now().getTime(), outcome.afterMs);
      log.warn({ record: document.id, route, reason: outcome.reason, until }, 'refresh postponed');
      if (outcome.scope === 'workspace' && outcome.afterMs > 0) pace.pauseRefreshes(route, until);
      return [];
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
    log.error({ record: document.id, err: error }, 'card could not be drawn again');
    return { outcome: 'later', afterMs: 0, scope: 'channel', reason: reasonOf(error) };
  }
}
