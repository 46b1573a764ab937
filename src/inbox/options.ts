/** How the inbox behaves; all times in milliseconds. */
export interface InboxOptions {
  /** How long an event is leased before another process may take it. Processing one takes a few queries and calls. */
  readonly leaseMs: number;
  /** How often the database is polled for events that were not announced. */
  readonly pollMs: number;
  /** How many events one poll returns. */
  readonly batch: number;
  /** An event is given up after this many failures: about two hours, since the user may still expect the answer. */
  readonly mostAttempts: number;
  /** How long the id of a finished event is remembered: longer than any platform redelivers. */
  readonly keepMs: number;
}

export const defaultInboxOptions: InboxOptions = {
  leaseMs: 60_000,
  pollMs: 2_000,
  batch: 50,
  mostAttempts: 20,
  keepMs: 7 * 24 * 3_600_000,
};

const FIRST_MS = 2_000;
const MOST_MS = 10 * 60_000;

/** How long to wait after the n-th failure (from 1): 2 s, 4 s, 8 s ... up to ten minutes. */
export function waitMs(failures: number): number {
  return Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), MOST_MS);
}
