import { z } from 'zod';
import { moveWith } from '../../records/define-record.ts';
import { type Rating, ratingSchema } from '../satisfaction/rating.ts';
import { type CallBackData, type Service, serviceSchema } from './call-back-data.ts';
import { answerOf } from './rated.ts';

const everywhere = ['due', 'reached', 'unreached', 'exempt', 'void'] as const;

/** The incident changed meanwhile: what is asked about, or who is to be asked. What is over stays as it was. */
const told = moveWith<CallBackData, Service>({
  from: everywhere,
  by: [],
  input: serviceSchema,
  draft: true,
  apply: ({ data, open }, service) => {
    if (!open) return data;
    const { contactName: _name, done: _deed, ...rest } = data;
    return { ...rest, ...service };
  },
});

/** The customer answered by themselves, on a page or through a link. */
const rated = moveWith<CallBackData, Rating>({
  from: everywhere,
  to: ({ state, open }) => (open || state === 'unreached' ? 'reached' : state),
  by: [],
  input: ratingSchema,
  apply: ({ data, state, open }, rating) =>
    open || state === 'unreached' ? { ...data, answer: answerOf(rating) } : data,
});

/** The matter is open again, so nobody is asked about it yet. What the customer said before stays said. */
const voided = moveWith<CallBackData, { at: string }>({
  from: everywhere,
  to: ({ state, open }) => (open ? 'void' : state),
  by: [],
  input: z.object({ at: z.iso.datetime() }),
  apply: ({ data, open }, { at }) => (open ? { ...data, voidedAt: at } : data),
});

/** What no person does: the incident tells it. */
export const systemMoves = { told, rated, voided };
