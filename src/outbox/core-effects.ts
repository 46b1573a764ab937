import type { Effect } from '../records/effect.ts';
import type { RecordOf } from '../records/record.ts';

/** A child record to be raised. */
export type RaiseEffect = Extract<Effect, { kind: 'raise' }>;
/** A move to be made on another record. */
export type SignalEffect = Extract<Effect, { kind: 'signal' }>;
export type CoreEffect = RaiseEffect | SignalEffect;

/**
 * The effects that reach no chat platform. Both may be asked for more than once under one key, and must then do nothing more.
 * A failure is taken for a passing one and tried again, until the effect is given up.
 */
export interface CoreEffects {
  /** `parent` is the record that asked; null for periodic work. */
  raise(effect: RaiseEffect, parent: RecordOf<unknown> | null): Promise<void>;
  signal(effect: SignalEffect): Promise<void>;
}
