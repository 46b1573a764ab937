import { contracts } from '../contracts.ts';
import { moveWith } from './declare.ts';
import { answerOf } from './rated.ts';

const everywhere = ['due', 'reached', 'unreached', 'exempt', 'void'] as const;

/** The incident changed: what to ask about, or whom. Finished call-backs stay as they were. */
const told = moveWith({
  from: everywhere,
  by: [],
  input: contracts.callBack.told.input,
  draft: true,
  apply: ({ data, open }, service) => {
    if (!open) return data;
    const { contactName: _name, done: _deed, ...rest } = data;
    return { ...rest, ...service };
  },
});

/** The customer answered without a call, on a page or through a link. */
const rated = moveWith({
  from: everywhere,
  to: { oneOf: ['reached'], choose: ({ state, open }) => (open || state === 'unreached' ? 'reached' : null) },
  by: [],
  input: contracts.callBack.rated.input,
  apply: ({ data, state, open }, rating) =>
    open || state === 'unreached' ? { ...data, answer: answerOf(rating) } : data,
});

/** The incident was reopened, so nobody is asked about it yet. An earlier answer is kept. */
const voided = moveWith({
  from: everywhere,
  to: { oneOf: ['void'], choose: ({ open }) => (open ? 'void' : null) },
  by: [],
  input: contracts.callBack.voided.input,
  apply: ({ data, open }, { at }) => (open ? { ...data, voidedAt: at } : data),
});

/** Moves no person makes: the incident signals them. */
export const systemMoves = { told, rated, voided };
