import { type Carrier, claimOf, type Job, postpone, reasonOf } from './carrier.ts';
import type { EffectChange } from './change.ts';
import type { CoreEffect, Raise, SignalEffect } from './core-effects.ts';
import type { Work } from './work.ts';

/**
 * Raises records and makes moves on others. Both are idempotent, so a crash needs no look-up, and the claim only keeps two processes from doing the
 * same work at once. Records are raised in one batch.
 */
export function carryOutCore(carrier: Carrier, job: Job, effects: readonly CoreEffect[]): Work[] {
  const raises = effects.filter((effect) => effect.kind === 'raise');
  // An earlier attempt left a lease or counted itself.
  const firstOrNot = raises.map((effect) => ({
    effect,
    isFirst: effect.attempts === 0 && (effect.lease === null || isClaimed(carrier, effect)),
  }));
  const signals = effects.filter((effect) => effect.kind === 'signal');
  const work = (some: readonly CoreEffect[], run: Work['run']): Work => ({
    names: some.map(({ key }) => key),
    claims: some.filter((effect) => !isClaimed(carrier, effect)).map((effect) => claim(carrier, effect)),
    run,
  });
  return [
    ...(raises.length > 0 ? [work(raises, () => raise(carrier, job, firstOrNot))] : []),
    ...signals.map((effect) => work([effect], () => signal(carrier, effect))),
  ];
}

const claim = (carrier: Carrier, effect: CoreEffect) => claimOf(carrier, effect, null, carrier.options.coreLeaseMs);
const isClaimed = ({ claims, clock }: Carrier, effect: CoreEffect) => claims.holds(effect, clock.now());
const complete = ({ key }: CoreEffect): EffectChange => ({ change: 'complete', key, card: null });

async function raise(carrier: Carrier, { document }: Job, raises: readonly Raise[]): Promise<EffectChange[]> {
  const failures = await carrier.core.raise(raises, document.record);
  return raises.map(({ effect }) => {
    const error = failures.get(effect.key);
    return error === undefined ? complete(effect) : failed(carrier, effect, error);
  });
}

async function signal(carrier: Carrier, effect: SignalEffect): Promise<EffectChange[]> {
  try {
    await carrier.core.signal(effect);
    return [complete(effect)];
  } catch (error) {
    return [failed(carrier, effect, error)];
  }
}

function failed(carrier: Carrier, effect: CoreEffect, error: unknown): EffectChange {
  carrier.log.error({ effect: effect.key, err: error }, 'effect failed');
  const end = { status: 'dead', after: carrier.options.mostAttempts } as const;
  return postpone(carrier, effect, { reason: reasonOf(error), begun: null, end });
}
