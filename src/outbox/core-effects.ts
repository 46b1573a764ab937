import type { Effect, RaiseEffect } from '../records/shape/effect.ts';
import type { RecordOf } from '../records/shape/record.ts';

/** A move to be made on another record. */
export type SignalEffect = Extract<Effect, { kind: 'signal' }>;
export type CoreEffect = RaiseEffect | SignalEffect;

/** A record to be raised; `isFirst` says that surely nobody has tried it before. */
export interface Raise {
  readonly effect: RaiseEffect;
  readonly isFirst: boolean;
}

/**
 * The effects that reach no chat platform. Both may be asked for more than once under one key, and must then do nothing more.
 * A failure is taken for a passing one and tried again, until the effect is given up.
 */
export interface CoreEffects {
  /** `parent` is the record that asked; null for periodic work. Gives the error of each effect that failed, by its key. */
  raise(raises: readonly Raise[], parent: RecordOf<unknown> | null): Promise<ReadonlyMap<string, unknown>>;
  signal(effect: SignalEffect): Promise<void>;
}
