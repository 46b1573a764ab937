/** How the inbox behaves; all times in milliseconds. */
export interface InboxOptions {
  /** How long an event is held before another process may take it. Working one off takes a few queries and calls. */
  readonly leaseMs: number;
  /** How often the database is asked for what nobody announced. */
  readonly pollMs: number;
  /** How many events one question brings. */
  readonly batch: number;
  /** After so many failures an event is given up: about two hours, for somebody may still look for the answer. */
  readonly mostAttempts: number;
  /** How long the id of a finished event is remembered: longer than any platform delivers it again. */
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
