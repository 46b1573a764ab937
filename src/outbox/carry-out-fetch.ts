import { CORE } from '../records/shape/effect.ts';
import { type Carrier, claimOf, type Job, postpone, reasonOf } from './carrier.ts';
import type { EffectChange } from './change.ts';
import type { FetchEffect, Fetched } from './fetching.ts';
import type { Work } from './work.ts';

/**
 * Starts fetching a file; nothing else in its document waits for it. The lease lasts longer than a fetch may take, so that another process restarts
 * it only if this one is gone; no look-up is needed then, since the record accepts a file only once.
 */
export function carryOutFetch(carrier: Carrier, job: Job, effect: FetchEffect): Work {
  return {
    names: [effect.key],
    claims: [claimOf(carrier, effect, null, carrier.options.fetchLeaseMs)],
    async run() {
      carrier.fetches.begin(effect.key, async (signal) => {
        try {
          await carrier.fetched(job, await fetchNow(carrier, job, effect, signal));
        } catch (error) {
          carrier.log.warn(
            { effect: effect.key, reason: reasonOf(error) },
            'the outcome of a fetch could not be noted',
          );
        }
      });
      return [];
    },
  };
}

async function fetchNow(
  carrier: Carrier,
  job: Job,
  effect: FetchEffect,
  signal: AbortSignal,
): Promise<readonly EffectChange[]> {
  const { options, fetching } = carrier;
  const { record } = job.document;
  const outcome = await fetchFile(carrier, job, effect, signal);
  if (outcome.outcome === 'later') {
    const { afterMs, reason } = outcome;
    if (effect.attempts + 1 < options.mostAttempts || !record) {
      const end = { status: 'dead', after: options.mostAttempts } as const;
      return [postpone(carrier, effect, { reason, afterMs, begun: null, end })];
    }
    await fetching.giveUp(effect, record);
  }
  return [{ change: 'complete', key: effect.key, card: null }];
}

async function fetchFile(
  { adapters, fetching, log }: Carrier,
  { document: { record } }: Job,
  effect: FetchEffect,
  signal: AbortSignal,
): Promise<Fetched> {
  const adapter = adapters.get(effect.route) ?? null;
  if ((!adapter && effect.route !== CORE) || !record)
    return { outcome: 'later', afterMs: 0, reason: 'workspace not served' };
  try {
    return await fetching.fetch(effect, record, adapter, signal);
  } catch (error) {
    // A download that breaks off is not our bug; an error of the record or the database may be, and is reported by its code.
    log.warn({ effect: effect.key, reason: reasonOf(error) }, 'a file did not come');
    return { outcome: 'later', afterMs: 0, reason: reasonOf(error) };
  }
}
