import { customerFilter, projectFilter } from '../../records/declaration/customer-filters.ts';
import type { Filter } from '../../records/declaration/filter.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import { creation, defineRecord } from '../../records/define-record.ts';
import { proposalBody } from './proposal-body.ts';
import { causes, type ProposalData, proposalData, proposedSchema } from './proposal-data.ts';
import { proposalMoves } from './proposal-moves.ts';
import { quality, representative } from './proposal-roles.ts';
import { proposalCalled, proposalWords } from './words.ts';

/** Filters for lists of proposals, in addition to department and state. */
const proposalFilters: readonly Filter[] = [
  {
    facet: 'cause',
    label: proposalWords.field.cause,
    words: ['cause', '起因', '来源'],
    values: () => catalogueValues(causes, 'proposal.cause'),
  },
  customerFilter('record.field.customer'),
  projectFilter('record.field.project'),
];

/**
 * A finding proposed to QED because of a low score, a complaint, an adopted suggestion or a missed SLA (R30): filed with one press, or declined with
 * a reason.
 */
export const proposal = defineRecord<ProposalData, typeof proposalWords>({
  type: 'proposal',
  words: proposalWords,
  called: proposalCalled,
  number: { per: 'parent', prefix: () => 'P' },
  schemaVersion: 1,
  upgrades: {},
  data: proposalData,
  title: ({ title }) => title,
  facets: ({ cause, projectId, customerId }) => ({
    cause,
    ...(projectId !== null && { project: projectId }),
    ...(customerId !== null && { customer: customerId }),
  }),
  filters: proposalFilters,
  searched: ({ facts, about }) => [about, facts],
  countedAt: ({ proposedAt }) => proposedAt,
  department: ({ departmentId }) => departmentId,
  inChannels: false,
  initialState: 'proposed',
  states: {
    proposed: {
      owner: quality,
      decides: true,
      due: { kind: 'workingDays', days: (org) => org.settings.workingDays.propose },
      extendedBy: representative,
      tone: 'action',
    },
    filed: { final: true, tone: 'good' },
    declined: { final: true, tone: 'muted' },
    withdrawn: { final: true, tone: 'muted' },
  },
  moves: proposalMoves,
  creation: creation({
    asks: { schema: proposedSchema, fields: () => [] },
    initial: ({ restricted: _seen, accessIds: _by, ...said }, { now }) => ({ ...said, proposedAt: now.toISOString() }),
    initialCommon: ({ restricted, accessIds }) => ({ restricted, accessIds: restricted ? accessIds : [] }),
  }),
  body: proposalBody,
});
