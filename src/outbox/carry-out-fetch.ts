import { CORE } from '../records/effect.ts';
import { type Carrier, claim, type Job, postpone, reasonOf } from './carrier.ts';
import type { FetchEffect, Fetched } from './fetching.ts';

/**
 * Begins to fetch a file, which nobody waits for here. The lease lasts longer than a fetch may take, so that another process
 * begins it anew only when this one is gone; nothing needs to be looked up then, since the record takes a file once.
 */
export async function carryOutFetch(carrier: Carrier, job: Job, effect: FetchEffect): Promise<void> {
  if (!(await claim(carrier, job, effect, null, carrier.options.fetchLeaseMs))) return;
  carrier.fetches.begin(effect.key, async (signal) => {
    try {
      await fetchNow(carrier, job, effect, signal);
    } catch (error) {
      carrier.log.warn({ effect: effect.key, reason: reasonOf(error) }, 'the outcome of a fetch could not be noted');
    }
    carrier.fetched(job);
  });
}

async function fetchNow(carrier: Carrier, job: Job, effect: FetchEffect, signal: AbortSignal): Promise<void> {
  const { me, clock, options, fetching } = carrier;
  const { store, document } = job;
  const outcome = await fetchFile(carrier, job, effect, signal);
  if (outcome.outcome === 'later') {
    const { afterMs, reason } = outcome;
    if (effect.attempts + 1 < options.mostAttempts || !document.record) {
      const end = { status: 'dead', after: options.mostAttempts } as const;
      return postpone(carrier, job, effect, { reason, afterMs, begun: null, end });
    }
    await fetching.giveUp(effect, document.record);
  }
  await store.complete(document.id, effect.key, me, null, clock.now());
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
    // What breaks off on its way is not our mistake; the record or the database may be, and is told by its code.
    log.warn({ effect: effect.key, reason: reasonOf(error) }, 'a file did not come');
    return { outcome: 'later', afterMs: 0, reason: reasonOf(error) };
  }
}
