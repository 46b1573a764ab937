import type { Logger } from 'pino';
import type { ChatAdapter } from '../chat/port.ts';
import type { Clock } from '../clock.ts';
import type { Renewal, RenewalWindow } from '../records/card/renewal.ts';
import type { Effect, StandingCard } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';
import { backoffMs } from './backoff.ts';
import type { Claim, EffectChange } from './change.ts';
import type { Claims } from './claims.ts';
import type { CoreEffects } from './core-effects.ts';
import type { Draw } from './draw.ts';
import type { EffectStore, OutboxDocument } from './effect-store.ts';
import type { Fetches } from './fetches.ts';
import type { Fetching } from './fetching.ts';
import type { Letters } from './letters.ts';
import type { OutboxOptions } from './options.ts';
import type { Pace } from './pace.ts';
import type { RefreshFailures } from './refresh-failures.ts';
import type { Senders } from './senders.ts';

/** How a card is reposted within a period of time; null if nobody needs it there. Supplied by the code that wires the outbox. */
export type RenewalOf = (
  card: StandingCard,
  record: RecordOf<unknown>,
  stretch: RenewalWindow,
) => Promise<Renewal | null>;

/** What carrying out a step needs. */
export interface Carrier {
  readonly adapters: ReadonlyMap<string, ChatAdapter>;
  readonly draw: Draw;
  readonly core: CoreEffects;
  readonly renewal: RenewalOf;
  readonly fetching: Fetching;
  readonly letters: Letters;
  readonly fetches: Fetches;
  /** A fetch has ended with these changes, which must be noted in its document. */
  readonly fetched: (job: Job, changes: readonly EffectChange[]) => Promise<void>;
  readonly pace: Pace;
  readonly senders: Senders;
  readonly claims: Claims;
  readonly refreshFailures: RefreshFailures;
  readonly clock: Clock;
  readonly log: Logger;
  readonly me: string;
  readonly options: OutboxOptions;
}

/** A document and its store. */
export interface Job {
  readonly store: EffectStore;
  readonly document: OutboxDocument;
}

/** Claims an effect for as long as work on it may last. `begun` is the earliest time at which it may have been sent. */
export function claimOf({ clock }: Carrier, { key }: Effect, begun: Date | null, leaseMs: number): Claim {
  return { change: 'claim', key, until: new Date(clock.now().getTime() + leaseMs), begun };
}

/** Why an effect was not completed, and what is known about its send. */
export interface Failure {
  readonly reason: string;
  /** The minimum delay, if the other side named one. */
  readonly afterMs?: number;
  /** The earliest time at which it may have been sent; null if it definitely was not. */
  readonly begun: Date | null;
  /** Its status after too many failures, and how many are too many. */
  readonly end: { readonly status: 'dead' | 'unknown'; readonly after: number };
}

/** Postpones an effect with growing delays, and gives it up after too many failures. */
export function postpone({ clock, log }: Carrier, effect: Effect, failure: Failure): EffectChange {
  const attempts = effect.attempts + 1;
  const { reason, begun, end } = failure;
  if (attempts >= end.after) return giveUp({ clock, log }, effect, { status: end.status, reason, begun });
  const waitMs = Math.max(failure.afterMs ?? 0, backoffMs(attempts));
  log.warn({ effect: effect.key, route: effect.route, attempts, reason, waitMs }, 'effect postponed');
  const notBefore = new Date(clock.now().getTime() + waitMs);
  return {
    change: 'postpone',
    key: effect.key,
    postponement: { status: 'waiting', attempts, notBefore, begun, reason },
  };
}

/** Ends the retries. The effect stays in its document, where administrators find it. */
export function giveUp(
  { log, clock }: Pick<Carrier, 'log' | 'clock'>,
  effect: Effect,
  end: { readonly status: 'dead' | 'unknown'; readonly reason: string; readonly begun: Date | null },
): EffectChange {
  const attempts = effect.attempts + 1;
  log.error(
    { effect: effect.key, kind: effect.kind, route: effect.route, attempts, status: end.status, reason: end.reason },
    'effect given up',
  );
  return { change: 'postpone', key: effect.key, postponement: { ...end, attempts, notBefore: clock.now() } };
}

/** What may be logged and stored about an error: its code or kind, never its text, which may be a person's. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
}
