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

/** How a card is posted again within a stretch of time; null when nobody needs it there. Handed in by whoever wires the outbox. */
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
  /** A fetch has ended with these changes, to be noted in its document. */
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

/** A document and where it is kept. */
export interface Job {
  readonly store: EffectStore;
  readonly document: OutboxDocument;
}

/** Takes an effect for as long as work on it may last. `begun` says since when a send of it may stand. */
export function claimOf({ clock }: Carrier, { key }: Effect, begun: Date | null, leaseMs: number): Claim {
  return { change: 'claim', key, until: new Date(clock.now().getTime() + leaseMs), begun };
}

/** Why an effect was not done, and what is known of its send. */
export interface Failure {
  readonly reason: string;
  /** The least wait, where the other side named one. */
  readonly afterMs?: number;
  /** Since when a send of it may stand; null when surely none does. */
  readonly begun: Date | null;
  /** What it becomes after too many failures, and how many are too many. */
  readonly end: { readonly status: 'dead' | 'unknown'; readonly after: number };
}

/** Puts an effect off, ever longer, and gives it up when it has failed too often. */
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

/** Ends the tries. The effect stays in its document, where administrators find it. */
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

/** What an error may say in the log and in the document: its code or kind, never its text, which may be a person's. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
}
