import { canRecompute } from '../decide/recompute.ts';
import { move } from '../declaration/declare-move.ts';

/**
 * The calendar of a year has been published through which a deadline was computed provisionally: it is recomputed
 * (requirements, note 7). A move of the system alone; made where there is nothing to compute, it is refused.
 */
export const recompute = <Data>(from: readonly string[]) =>
  move<Data>({
    from,
    by: [],
    recomputes: true,
    check: (record, _nothing, { org }) => (canRecompute(record, org) ? null : { key: 'reckoning.refusal.notYet' }),
  });
