/** How the outbox behaves; all times in milliseconds. */
export interface OutboxOptions {
  /** How long an effect is held before another process may take it. Longer than any send lasts. */
  readonly leaseMs: number;
  /** The same for an effect that reaches no platform and may be repeated. */
  readonly coreLeaseMs: number;
  /** How long a workspace is held after its sender was heard of last: so long it may be silent before another process sends. */
  readonly senderMs: number;
  /** How long after it was claimed with its decision a message may be sent without another claim. */
  readonly claimHoldMs: number;
  /** How many effects at most wait under such a claim. */
  readonly mostClaims: number;
  /** How long a file may take to arrive, and how long its effect is held meanwhile: longer. */
  readonly fetchMs: number;
  readonly fetchLeaseMs: number;
  /** How often the database is asked for work that no one announced. */
  readonly pollMs: number;
  /** How many documents one question brings. */
  readonly batch: number;
  /** How many documents are worked on at once. */
  readonly concurrency: number;
  /** How often work on a document begins, at the least, while people wait for answers. */
  readonly patienceMs: number;
  /** How long to wait before a send of unknown outcome is looked up: longer than a request may linger on its way. */
  readonly settleMs: number;
  /** After so many failures an effect is given up: about a day, as the waits grow to five minutes. */
  readonly mostAttempts: number;
  /** After so long, and so many tries, without a clear answer the outcome of a send is given up as unknown. */
  readonly lookUpForMs: number;
  readonly mostLookUps: number;
  /** How long before a card can be refreshed no more it is posted again: long enough to spread a day's many over days. */
  readonly renewAheadMs: number;
  /** How often it is asked which cards grow old. */
  readonly renewEveryMs: number;
}

export const defaultOptions: OutboxOptions = {
  leaseMs: 30_000,
  coreLeaseMs: 5_000,
  senderMs: 3_000,
  claimHoldMs: 1_000,
  mostClaims: 32,
  fetchMs: 120_000,
  fetchLeaseMs: 150_000,
  pollMs: 1_000,
  batch: 200,
  concurrency: 8,
  patienceMs: 50,
  settleMs: 5_000,
  mostAttempts: 300,
  lookUpForMs: 60 * 60_000,
  mostLookUps: 12,
  renewAheadMs: 3 * 24 * 60 * 60_000,
  renewEveryMs: 60_000,
};
