import type { Settings } from '../../org/organisation.ts';
import { creation, defineRecord } from '../../records/declare.ts';
import type { DueRule } from '../../records/define-record.ts';
import { findingBody } from './finding-body.ts';
import { emptyCapa, type FindingData, findingData } from './finding-data.ts';
import { findingFilters } from './finding-filters.ts';
import { findingPosts } from './finding-posts.ts';
import * as roles from './finding-roles.ts';
import { titleOf } from './finding-title.ts';
import { newFindingForm } from './forms/new-finding-form.ts';
import { capaMoves } from './moves/capa-moves.ts';
import { decisionMoves } from './moves/decision-moves.ts';
import { triageMoves } from './moves/triage-moves.ts';
import { verificationMoves } from './moves/verification-moves.ts';

const within = (step: keyof Settings['workingDays']): DueRule<FindingData> => ({
  kind: 'workingDays',
  days: (org) => org.settings.workingDays[step],
});

/** The day of the last planned action. */
const lastAction = ({ capa: { actions } }: FindingData) =>
  actions.map(({ dueDay }) => dueDay).reduce((latest, day) => (day > latest ? day : latest), '');

const segregated = [roles.capaAuthor];

/** A finding, and in it the corrective and preventive action report that answers it (R9, R16, R17). */
export const finding = defineRecord<FindingData>({
  type: 'finding',
  number: { per: 'year', prefix: (org) => org.settings.prefixes.finding ?? 'FD' },
  schemaVersion: 1,
  upgrades: {},
  data: findingData,
  title: titleOf,
  facets: ({ kind, source }) => ({ ...(kind && { kind }), ...(source && { source }) }),
  filters: findingFilters,
  searched: ({ what, where, criterion = '', evidence = '' }) => [where, criterion, what, evidence],
  department: ({ departmentId }) => departmentId ?? null,
  posts: findingPosts,
  inChannels: true,
  initialState: 'reported',
  states: {
    reported: {
      owner: roles.qualityOfficer,
      decides: true,
      due: within('triage'),
      extendedBy: roles.managementRepresentative,
      tone: 'action',
    },
    issued: { owner: roles.handler, due: within('capa'), extendedBy: roles.capaApprover, tone: 'action' },
    returned: { owner: roles.handler, due: within('resubmit'), extendedBy: roles.capaApprover, tone: 'action' },
    submitted: {
      owner: roles.capaApprover,
      not: segregated,
      decides: true,
      due: within('approve'),
      extendedBy: roles.managementRepresentative,
      tone: 'action',
    },
    mrReview: {
      owner: roles.managementRepresentative,
      not: segregated,
      decides: true,
      due: within('mrReview'),
      tone: 'action',
    },
    acting: { due: { kind: 'day', day: lastAction }, tone: 'neutral' },
    verifying: {
      owner: roles.verifier,
      not: [...segregated, roles.actionOwner],
      decides: true,
      due: within('verify'),
      extendedBy: roles.managementRepresentative,
      tone: 'action',
    },
    verified: {
      owner: roles.verifier,
      not: segregated,
      due: { kind: 'day', day: ({ capa: { reviewDay } }) => reviewDay ?? '' },
      extendedBy: roles.managementRepresentative,
      tone: 'neutral',
    },
    closed: { final: true, tone: 'good' },
    rejected: { final: true, tone: 'muted' },
  },
  moves: { ...triageMoves, ...capaMoves, ...decisionMoves, ...verificationMoves },
  creation: creation({
    asks: newFindingForm,
    initial: (said, { actorId }) => ({
      ...said,
      reporterId: actorId,
      coWriterIds: [],
      capa: emptyCapa,
      actionsPlanned: 0,
      raised: [],
      pastRounds: [],
    }),
  }),
  body: findingBody,
});
