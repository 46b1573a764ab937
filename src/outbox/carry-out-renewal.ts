import { AppError } from '../errors.ts';
import type { StandingCard } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';
import { placeName, replacementOf } from './card-place.ts';
import type { Carrier, Job } from './carrier.ts';
import type { Work } from './work.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Forgets a card that shows an older version and can be refreshed no more, and asks for a new one where somebody needs it. */
export function carryOutReplace(carrier: Carrier, job: Job, card: StandingCard): Work {
  const now = carrier.clock.now();
  return {
    names: [placeName(card)],
    claims: [],
    async run() {
      const record = recordOf(job);
      const renewal = await carrier.renewal(card, record, { from: now, to: now });
      const replacement = renewal && replacementOf(card, record, { ...renewal, notBefore: now }, 'again');
      return [{ change: 'forget', card, replacement }];
    },
  };
}

/**
 * Asks for a new card in place of one that grows too old. The old one stands until the new one does, and is then drawn once
 * more, without buttons: there is no hour without a card that works, and never two. After a long absence of ours the new ones
 * are spread over a day.
 */
export function carryOutRenewal(
  { clock, renewal }: Carrier,
  job: Job,
  card: StandingCard,
  refreshableUntil: number,
): Work {
  return {
    names: [placeName(card)],
    claims: [],
    async run() {
      const now = clock.now();
      const record = recordOf(job);
      const to = new Date(Math.max(refreshableUntil, now.getTime() + DAY_MS));
      const found = await renewal(card, record, { from: now, to });
      if (!found) return [{ change: 'forget', card, replacement: null }];
      return [{ change: 'renew', card, replacement: replacementOf(card, record, found, 'renew') }];
    },
  };
}

function recordOf({ document }: Job): RecordOf<unknown> {
  if (!document.record) throw new AppError('outbox.noRecord', { id: document.id });
  return document.record;
}
