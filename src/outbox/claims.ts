import type { Effect } from '../records/shape/effect.ts';

/** Effects that were saved as claimed by this process, together with the decision that requested them, and have not been started. */
export interface Claims {
  readonly size: number;
  add(keys: Iterable<string>): void;
  /** Whether an effect was saved as claimed by us and may be started without another claim. */
  holds(effect: Effect, now: Date): boolean;
  /** They have been started, or are no longer wanted. */
  take(keys: Iterable<string>): void;
}

/** @param holdMs how long after its `begun` a message may still be sent under the claim: after a crash, other processes assume that a send was begun no later */
export function createClaims(holdMs: number): Claims {
  const claimed = new Set<string>();
  return {
    get size() {
      return claimed.size;
    },
    add: (keys) => {
      for (const key of keys) claimed.add(key);
    },
    holds({ key, begun, lease }, now) {
      if (!claimed.has(key) || !lease || lease.until <= now) return false;
      return begun === null || now.getTime() - begun.getTime() < holdMs;
    },
    take: (keys) => {
      for (const key of keys) claimed.delete(key);
    },
  };
}
