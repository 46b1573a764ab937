import { backoffMs } from './backoff.ts';

/** Places that could not be refreshed, in memory: a refresh may be repeated by any process at any time. */
export interface RefreshFailures {
  /** When to retry a place, in epoch milliseconds; 0 if it did not fail. */
  retryAt(place: string): number;
  /** Notes a failure; `afterMs` is the minimum delay. Returns when to retry. */
  failed(place: string, now: number, afterMs: number): number;
  succeeded(place: string): void;
}

/** Starts with no failures. */
export function createRefreshFailures(): RefreshFailures {
  const known = new Map<string, { failures: number; retryAt: number }>();
  return {
    retryAt: (place) => known.get(place)?.retryAt ?? 0,
    failed(place, now, afterMs) {
      const failures = (known.get(place)?.failures ?? 0) + 1;
      const retryAt = now + Math.max(afterMs, backoffMs(failures));
      known.set(place, { failures, retryAt });
      return retryAt;
    },
    succeeded(place) {
      known.delete(place);
    },
  };
}
