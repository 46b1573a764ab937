import { move } from '../declare-move.ts';
import { canReckonAnew } from '../reckon-anew.ts';

/**
 * The calendar of a year has been published through which a deadline was reckoned provisionally: it is reckoned anew
 * (requirements, note 7). A move of the system alone; made where there is nothing to reckon, it is refused.
 */
export const reckonAnew = <Data>(from: readonly string[]) =>
  move<Data>({
    from,
    by: [],
    reckonsAnew: true,
    check: (record, _nothing, { org }) => (canReckonAnew(record, org) ? null : { key: 'reckoning.refusal.notYet' }),
  });
