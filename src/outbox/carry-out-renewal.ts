import { AppError } from '../errors.ts';
import type { StandingCard } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';
import { placeName, replacementOf } from './card-place.ts';
import type { Carrier, Job } from './carrier.ts';
import type { Work } from './work.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Forgets a card that shows an older version and can no longer be refreshed, and requests a new one if anyone needs it. */
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
 * Requests a replacement for a card that is getting too old. The old one stays until the new one exists, and is then drawn once more, without
 * buttons: there is always one working card, and never two. After a long downtime the replacements are spread over a day.
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
