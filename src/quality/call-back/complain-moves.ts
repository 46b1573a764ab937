import { contracts } from '../contracts.ts';
import { agent } from './call-back-roles.ts';
import { move, moveWith } from './declare.ts';
import { callBackWords } from './words.ts';

/**
 * 客户投诉: one press opens the complaint, and the call goes on. The complaint has been received from then on: it stays when the answer of
 * the call is taken back within its five minutes, and ends by its own moves alone (`withdraw`, where the customer or the agent meant no complaint).
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

/** The complaint tells its number. */
const complained = moveWith({
  from: ['due', 'reached', 'unreached', 'exempt', 'void'],
  by: [],
  input: contracts.callBack.complained.input,
  draft: true,
  apply: ({ data }, { number }) => (data.complaint ? { ...data, complaint: { ...data.complaint, number } } : data),
});

/** A complaint that is opened during the call. */
export const complainMoves = { complain, complained };
