import { namesOf } from '../../records/define-record.ts';
import { contracts } from '../contracts.ts';
import { moveWith } from './declare.ts';
import { type IncidentData, stateOf } from './incident-data.ts';
import { lesson } from './incident-item.ts';
import { incidentStates } from './incident-states.ts';
import { learned } from './learn.ts';
import { noted } from './noted.ts';
import { isOver } from './times-over.ts';

const everywhere = ['reported', 'handling', 'waiting', 'resolved', 'closed', 'cancelled'] as const;

/** The call-back is over either way, so the incident may be closed. One that arrives after a reopening does not count for the next end. */
const calledBack = moveWith({
  from: everywhere,
  by: [],
  input: contracts.incident.calledBack.input,
  apply: ({ data, state }, callBack) => (isOver(state) ? { ...data, callBack } : data),
});

/** The call-back is over and needs no further look: the customer is satisfied or exempt. The incident is closed at once. */
const closeSettled = moveWith(
  noted({
    from: everywhere,
    to: { oneOf: ['closed'], choose: ({ state }) => (state === 'resolved' ? 'closed' : null) },
    by: [],
    input: contracts.incident.closeSettled.input,
    apply: ({ data, state }, callBack, { now }) => {
      if (state === 'resolved')
        return { ...data, callBack: { ...callBack, closed: true }, closedAt: now.toISOString() };
      return isOver(state) ? { ...data, callBack } : data;
    },
  }),
);

/** The agent undid their record of the call: it is due again. */
const callBackUndone = moveWith(
  noted({
    from: everywhere,
    to: { oneOf: ['resolved'], choose: ({ data }, { number }) => (closedWith(data, number) ? 'resolved' : null) },
    by: [],
    input: contracts.incident.callBackUndone.input,
    apply: ({ data }, { number }) => {
      if (data.callBack?.number !== number) return data;
      const { callBack: _taken, closedAt, ...rest } = data;
      return closedAt === undefined || closedWith(data, number) ? rest : { ...rest, closedAt };
    },
  }),
);

const closedWith = ({ callBack }: IncidentData, number: string) =>
  callBack?.number === number && callBack.closed === true;

/** The customer rated it unprompted, at whatever time (R37). */
const rated = moveWith({
  from: everywhere,
  by: [],
  input: contracts.incident.rated.input,
  apply: ({ data }, rating) => ({ ...data, ratings: [...data.ratings, rating].slice(-20) }),
});

/** Another tool reports more: times determine the state, in whatever order they arrive. */
const learn = moveWith({
  from: everywhere,
  to: { oneOf: namesOf(incidentStates), choose: ({ data }, told, { org }) => stateOf(learned(data, told, org)) },
  by: [],
  input: lesson,
  apply: ({ data }, told, { org }) => learned(data, told, org),
});

/** Moves no person makes: other records and tools signal them. */
export const systemMoves = { calledBack, closeSettled, callBackUndone, rated, learn };
