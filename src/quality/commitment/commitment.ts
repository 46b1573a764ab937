import { shortenLetters } from '../../chat/shorten-text.ts';
import { customerFilter } from '../../records/declaration/customer-filters.ts';
import { creation, defineRecord } from '../../records/define-record.ts';
import { commitmentBody } from './commitment-body.ts';
import { type CommitmentData, commitmentData, promisedSchema } from './commitment-data.ts';
import { commitmentMoves } from './commitment-moves.ts';
import { manager, owner } from './commitment-roles.ts';
import { commitmentCalled, commitmentWords } from './words.ts';

/** 拜访承诺事项: what was promised to a customer, by whom and by when. */
export const commitment = defineRecord<CommitmentData, typeof commitmentWords>({
  type: 'commitment',
  words: commitmentWords,
  called: commitmentCalled,
  number: { per: 'parent', prefix: () => 'K' },
  schemaVersion: 1,
  upgrades: {},
  data: commitmentData,
  title: ({ what }) => shortenLetters(what.replace(/\s+/g, ' '), 40),
  facets: ({ customerId }) => ({ customer: customerId }),
  filters: [customerFilter('record.field.customer')],
  searched: ({ what, visit }) => [what, visit],
  countedAt: ({ dueDay }) => `${dueDay}T00:00:00.000Z`,
  department: ({ departmentId }) => departmentId,
  posts: [
    {
      label: commitmentWords.role.owner,
      holders: ({ data, open }) => (open ? [data.ownerId] : []),
      replace: ({ data }, from, to) => (data.ownerId === from ? { ...data, ownerId: to } : data),
    },
  ],
  inChannels: false,
  initialState: 'open',
  states: {
    open: { owner, due: { kind: 'day', day: ({ dueDay }) => dueDay }, extendedBy: manager, tone: 'action' },
    done: { final: true, tone: 'good' },
    dropped: { final: true, tone: 'muted' },
  },
  moves: commitmentMoves,
  creation: creation({ asks: { schema: promisedSchema, fields: () => [] }, initial: (promised) => promised }),
  body: commitmentBody,
});
