import { AppError } from '../errors.ts';
import type { StandingCard } from '../records/effect.ts';
import type { RecordOf } from '../records/record.ts';
import type { Carrier, Job } from './carrier.ts';
import { replacementOf } from './standing.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Forgets a card that shows an older version and can be refreshed no more, and asks for a new one where somebody needs it. */
export async function carryOutReplace(carrier: Carrier, { store, document }: Job, card: StandingCard): Promise<void> {
  const now = carrier.clock.now();
  const record = recordOf({ store, document });
  const renewal = await carrier.renewal(card, record, { from: now, to: now });
  const replacement = renewal && replacementOf(card, record, { ...renewal, notBefore: now }, 'again');
  await store.forget(document.id, card, replacement, now);
}

/**
 * Asks for a new card in place of one that grows too old. The old one stands until the new one does, and is then drawn once
 * more, without buttons: there is no hour without a card that works, and never two. After a long absence of ours the new ones
 * are spread over a day.
 */
export async function carryOutRenewal(
  { clock, renewal }: Carrier,
  job: Job,
  card: StandingCard,
  refreshableUntil: number,
): Promise<void> {
  const { store, document } = job;
  const now = clock.now();
  const record = recordOf(job);
  const to = new Date(Math.max(refreshableUntil, now.getTime() + DAY_MS));
  const found = await renewal(card, record, { from: now, to });
  if (found) await store.renew(document.id, card, replacementOf(card, record, found, 'renew'), now);
  else await store.forget(document.id, card, null, now);
}

function recordOf({ document }: Job): RecordOf<unknown> {
  if (!document.record) throw new AppError('outbox.noRecord', { id: document.id });
  return document.record;
}
