import { z } from 'zod';
import { moveWith } from '../../records/define-record.ts';
import { type Rating, ratingSchema } from '../satisfaction/rating.ts';
import { type IncidentData, stateOf } from './incident-data.ts';
import { type Lesson, lesson } from './incident-item.ts';
import { learned } from './learn.ts';

const called = z.object({
  number: z.string().max(60),
  at: z.iso.datetime(),
  outcome: z.enum(['reached', 'unreached', 'exempt']),
});

/** The call-back is over, one way or the other: it may be closed. */
const calledBack = moveWith<IncidentData, z.output<typeof called>>({
  from: ['resolved', 'closed'],
  by: [],
  input: called,
  apply: ({ data }, callBack) => ({ ...data, callBack }),
});

const everywhere = ['reported', 'handling', 'waiting', 'resolved', 'closed', 'cancelled'] as const;

/** The customer rated it by themselves, whenever that was (R37). */
const rated = moveWith<IncidentData, Rating>({
  from: everywhere,
  by: [],
  input: ratingSchema,
  apply: ({ data }, rating) => ({ ...data, ratings: [...data.ratings, rating].slice(-20) }),
});

/** Another tool tells more of it: times make the state, whatever the order in which they come. */
const learn = moveWith<IncidentData, Lesson>({
  from: everywhere,
  to: ({ data }, told, { org }) => stateOf(learned(data, told, org)),
  by: [],
  input: lesson,
  apply: ({ data }, told, { org }) => learned(data, told, org),
});

/** What no person does: other records and other tools tell it. */
export const systemMoves = { calledBack, rated, learn };
