import type { Claimed } from '../records/decide/dispatch.ts';
import type { Effect } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';
import { type Carrier, claimOf } from './carrier.ts';
import { applyChange } from './change.ts';
import { type OutboxDocument, WORK_LEFT } from './effect-store.ts';
import { plan } from './plan.ts';
import { settingNow } from './plan-setting.ts';

/** The outbox document of a record, as it is once the record has been saved. */
export function documentOf(record: RecordOf<unknown>, nextAt: Date): OutboxDocument {
  const { id, version, revision, effects, cards } = record;
  // When cards get too old is written whenever the outbox notes something, and not read from here.
  return { id, pending: WORK_LEFT, nextAt, renewAt: null, revision, version, effects, cards, record };
}

/**
 * How to save a record: with claims on those of its new effects that can start at once, or with the time until which all of it must wait. Does not
 * query the database: anything uncertain is determined later.
 */
export function claimAtOnce(carrier: Carrier, record: RecordOf<unknown>, fresh: readonly Effect[]): Claimed {
  const { claims, clock, options, me } = carrier;
  const document = documentOf(record, record.updatedAt);
  const begun = clock.now();
  const { steps, wakeAt, foreign } = plan(document, settingNow(carrier, document, { has: () => false }));
  if (steps.length === 0 && !foreign && wakeAt !== null) return { effects: [...fresh], nextAt: new Date(wakeAt) };
  if (claims.size + fresh.length > options.mostClaims) return { effects: [...fresh], nextAt: document.nextAt };
  const wanted = steps.flatMap((one) => {
    if (one.step === 'send') return [claimOf(carrier, one.effect, begun, options.leaseMs)];
    return one.step === 'core' ? [claimOf(carrier, one.effect, null, options.coreLeaseMs)] : [];
  });
  const keys = new Set(fresh.map(({ key }) => key));
  const mine = wanted.filter(({ key }) => keys.has(key));
  const claimed = mine.reduce((before, claim) => applyChange(before, claim, me) ?? before, document);
  claims.add(mine.map(({ key }) => key));
  return { effects: claimed.effects.filter(({ key }) => keys.has(key)), nextAt: document.nextAt };
}
