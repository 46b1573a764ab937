import { creation, defineRecord } from '../../records/define-record.ts';
import { signal } from '../../records/shape/contract.ts';
import { contracts } from '../contracts.ts';
import { actionBody } from './action-body.ts';
import { type ActionData, actionData, actionUpgrades, plannedSchema } from './action-data.ts';
import { actionMoves } from './action-moves.ts';
import { approver, owner } from './action-roles.ts';
import { actionWords } from './words.ts';

/** An action of an approved report: raised by its finding, done with evidence, verified there. */
export const action = defineRecord<ActionData, typeof actionWords>({
  type: 'action',
  words: actionWords,
  number: { per: 'parent', prefix: () => '' },
  schemaVersion: 2,
  upgrades: actionUpgrades,
  data: actionData,
  title: ({ what }) => what,
  facets: ({ kind }) => ({ kind }),
  department: ({ departmentId }) => departmentId,
  posts: [
    {
      label: actionWords.role.owner,
      holders: ({ data }) => [data.ownerId],
      replace: ({ data }, from, to) => (data.ownerId === from ? { ...data, ownerId: to } : data),
      // The new owner may not verify it either.
      followUps: ({ data: { finding, ownerId }, number }) => [
        signal(contracts.finding.actionMoved, { number: finding }, { number, ownerId }),
      ],
    },
  ],
  inChannels: false,
  keptIn: ['open'],
  initialState: 'open',
  states: {
    open: { owner, due: { kind: 'day', day: ({ dueDay }) => dueDay }, extendedBy: approver, tone: 'action' },
    done: { final: true, tone: 'good' },
    withdrawn: { final: true, tone: 'muted' },
  },
  moves: actionMoves,
  creation: creation({
    asks: { schema: plannedSchema, fields: () => [] },
    initial: ({ restricted: _seen, accessIds: _by, ...planned }) => ({ ...planned, progress: [], transfers: [] }),
    initialCommon: ({ restricted, accessIds }) => ({ restricted, accessIds: restricted ? accessIds : [] }),
  }),
  body: actionBody,
});
