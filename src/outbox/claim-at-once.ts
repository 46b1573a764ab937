import type { Effect } from '../records/effect.ts';
import type { RecordOf } from '../records/record.ts';
import { type Carrier, claimOf } from './carrier.ts';
import { applyChange } from './change.ts';
import { type OutboxDocument, WORK_LEFT } from './effect-store.ts';
import { plan } from './plan.ts';
import { settingNow } from './plan-setting.ts';

/** A record as the outbox sees it, as it is once it has been saved. */
export function documentOf(record: RecordOf<unknown>): OutboxDocument {
  const { id, updatedAt, version, revision, effects, cards } = record;
  // When cards grow old is written whenever the outbox notes something, and not read from here.
  return { id, pending: WORK_LEFT, nextAt: updatedAt, renewAt: null, revision, version, effects, cards, record };
}

/**
 * The fresh effects of a record about to be saved, with claims on those that would be begun at once. Without asking the database: what
 * is not certain is left to be claimed later.
 */
export function claimAtOnce(carrier: Carrier, record: RecordOf<unknown>, fresh: readonly Effect[]): Effect[] {
  const { claims, clock, options, me } = carrier;
  if (claims.size + fresh.length > options.mostClaims) return [...fresh];
  const document = documentOf(record);
  const begun = clock.now();
  const { steps } = plan(document, settingNow(carrier, document, { has: () => false }));
  const wanted = steps.flatMap((one) => {
    if (one.step === 'send') return [claimOf(carrier, one.effect, begun, options.leaseMs)];
    return one.step === 'core' ? [claimOf(carrier, one.effect, null, options.coreLeaseMs)] : [];
  });
  const keys = new Set(fresh.map(({ key }) => key));
  const mine = wanted.filter(({ key }) => keys.has(key));
  const claimed = mine.reduce((before, claim) => applyChange(before, claim, me) ?? before, document);
  claims.add(mine.map(({ key }) => key));
  return claimed.effects.filter(({ key }) => keys.has(key));
}
