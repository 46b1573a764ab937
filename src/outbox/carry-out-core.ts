import { type Carrier, claim, type Job, postpone, reasonOf } from './carrier.ts';
import type { CoreEffect } from './core-effects.ts';

/** Raises a record or makes a move on another. Both may be repeated, so that a crash needs no look-up. */
export async function carryOutCore(carrier: Carrier, job: Job, effect: CoreEffect): Promise<void> {
  if (!(await claim(carrier, job, effect, null))) return;
  const { core, me, clock, options, log } = carrier;
  const { store, document } = job;
  try {
    if (effect.kind === 'raise') await core.raise(effect, document.record);
    else await core.signal(effect);
  } catch (error) {
    log.error({ effect: effect.key, err: error }, 'effect failed');
    const end = { status: 'dead', after: options.mostAttempts } as const;
    return postpone(carrier, job, effect, { reason: reasonOf(error), begun: null, end });
  }
  await store.complete(document.id, effect.key, me, null, clock.now());
}
