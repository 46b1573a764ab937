import { canRecompute } from '../decide/recompute.ts';
import { move } from '../declaration/declare-move.ts';

/**
 * The calendar has been published for a year that a provisional deadline runs through: the deadline is recomputed (requirements, note 7). A system
 * move; refused if there is nothing to recompute.
 */
export const recompute = <Data>(from: readonly string[]) =>
  move<Data>({
    from,
    by: [],
    recomputes: true,
    check: (record, _nothing, { org }) => (canRecompute(record, org) ? null : { key: 'reckoning.refusal.notYet' }),
  });
