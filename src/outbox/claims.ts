import type { Effect } from '../records/shape/effect.ts';

/** Effects that were saved as this process's own, together with the decision that asked for them, and have not been begun. */
export interface Claims {
  readonly size: number;
  add(keys: Iterable<string>): void;
  /** Whether an effect was saved as our own and may be begun without another claim. */
  holds(effect: Effect, now: Date): boolean;
  /** They are begun, or no longer wanted. */
  take(keys: Iterable<string>): void;
}

/**
 * @param holdMs how long after its `begun` a message may still be sent under it: whoever finds it after a crash trusts that a send
 * was begun no later
 */
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
