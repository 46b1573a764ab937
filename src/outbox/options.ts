/** How the outbox behaves; all times in milliseconds. */
export interface OutboxOptions {
  /** How long an effect is leased before another process may take it. Longer than any send lasts. */
  readonly leaseMs: number;
  /** The same for an effect that reaches no platform and may be repeated. */
  readonly coreLeaseMs: number;
  /** How long a workspace is held after its sender last renewed its lease: the silence allowed before another process sends. */
  readonly senderMs: number;
  /** How long after it was claimed with its decision a message may be sent without another claim. */
  readonly claimHoldMs: number;
  /** The most effects that may wait under such a claim. */
  readonly mostClaims: number;
  /** How long a file may take to arrive, and how long its effect is held, which must be longer. */
  readonly fetchMs: number;
  readonly fetchLeaseMs: number;
  /** How often the database is polled for work that was not announced. */
  readonly pollMs: number;
  /** How many documents one poll returns. */
  readonly batch: number;
  /** How many documents are processed at once. */
  readonly concurrency: number;
  /** The longest interval between starts of background work while users wait for answers. */
  readonly patienceMs: number;
  /** How long to wait before a send of unknown outcome is looked up: longer than a request may still be in transit. */
  readonly settleMs: number;
  /** An effect is given up after this many failures: about a day, as the delays grow to five minutes. */
  readonly mostAttempts: number;
  /** The outcome of a send is given up as unknown after this time, and enough attempts, without a clear answer. */
  readonly lookUpForMs: number;
  readonly mostLookUps: number;
  /** How long before a card can no longer be refreshed it is reposted: long enough to spread many over days. */
  readonly renewAheadMs: number;
  /** How often to check which cards are getting too old. */
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
