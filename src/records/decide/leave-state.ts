import { runningClock } from '../shape/clocks.ts';
import type { Common, Extension } from '../shape/common.ts';
import type { RecordOf } from '../shape/record.ts';

/**
 * What people have asked of a state's deadline, when the state is left at `now`: a request that nobody has answered lapses with the
 * deadline that it was for. Where the deadline is carried along into the next state, its requests are too.
 */
export function requestsOnLeaving(
  { clocks, state, round }: Pick<RecordOf<unknown>, 'clocks' | 'state' | 'round'>,
  common: Common,
  { to, keepsDue, now }: { readonly to: string; readonly keepsDue: boolean; readonly now: Date },
): Common {
  const carried = keepsDue && runningClock(clocks, state) !== undefined;
  const ofState = (one: Extension) => one.step === state && one.round === round;
  const after = (one: Extension): Extension => {
    if (carried) return ofState(one) ? { ...one, step: to } : one;
    return one.outcome === undefined ? { ...one, outcome: 'lapsed', decidedAt: now.toISOString() } : one;
  };
  return { ...common, extensions: common.extensions.map(after) };
}
