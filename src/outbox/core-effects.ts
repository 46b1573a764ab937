import type { Effect, RaiseEffect } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** A move to make on another record. */
export type SignalEffect = Extract<Effect, { kind: 'signal' }>;
export type CoreEffect = RaiseEffect | SignalEffect;

/** A record to raise; `isFirst` means that this is certainly the first attempt. */
export interface Raise {
  readonly effect: RaiseEffect;
  readonly isFirst: boolean;
}

/**
 * The effects that reach no chat platform. Both may be requested repeatedly under one key, and must then do nothing more. A failure counts as
 * temporary and is retried, until the effect is given up.
 */
export interface CoreEffects {
  /** `parent` is the record that requested it; null for periodic work. Returns the error of each effect that failed, by its key. */
  raise(raises: readonly Raise[], parent: RecordOf<unknown> | null): Promise<ReadonlyMap<string, unknown>>;
  signal(effect: SignalEffect): Promise<void>;
}
