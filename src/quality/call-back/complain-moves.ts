import { contracts } from '../contracts.ts';
import { agent } from './call-back-roles.ts';
import { move, moveWith } from './declare.ts';
import { callBackWords } from './words.ts';

/**
 * 客户投诉: one press opens the complaint while the call goes on. From then on the complaint counts as received: it stays when the call's answer is
 * undone within its five minutes, and ends only by its own moves (`withdraw` if the customer or the agent meant no complaint).
 */
const complain = move({
  from: ['due'],
  by: [agent],
  secondary: true,
  offered: ({ data }) => data.complaint === undefined,
  check: ({ data }) => (data.complaint ? { key: callBackWords.refusal.complained } : null),
  apply: ({ data }, _nothing, { actorId, now }) => ({
    ...data,
    complaint: { by: actorId ?? '', at: now.toISOString() },
  }),
});

/** The complaint reports its number. */
const complained = moveWith({
  from: ['due', 'reached', 'unreached', 'exempt', 'void'],
  by: [],
  input: contracts.callBack.complained.input,
  draft: true,
  apply: ({ data }, { number }) => (data.complaint ? { ...data, complaint: { ...data.complaint, number } } : data),
});

/** A complaint opened during the call. */
export const complainMoves = { complain, complained };
