import type { Settings } from '../../org/organisation.ts';
import type { MoveName } from '../../records/declaration/declare-move.ts';
import type { AlsoDue, DueRule } from '../../records/declaration/state.ts';
import type { StatesOf } from '../../records/define-record.ts';
import { isUnconfirmed, openContest } from './contest.ts';
import type { FindingData } from './finding-data.ts';
import * as roles from './finding-roles.ts';
import { lastActionDay } from './review-day.ts';
import type { findingWords } from './words.ts';

const within = (step: keyof Settings['workingDays']): DueRule<FindingData> => ({
  kind: 'workingDays',
  days: (org) => org.settings.workingDays[step],
});

/** The department must confirm the finding or object; runs alongside its time to answer. */
const confirmation: AlsoDue<FindingData, MoveName<typeof findingWords>> = {
  step: 'confirm',
  owner: roles.handler,
  due: within('confirm'),
  pending: isUnconfirmed,
  wants: 'confirm',
};

/** The ruling on the department's objection. */
const contest: AlsoDue<FindingData, MoveName<typeof findingWords>> = {
  step: 'contest',
  owner: roles.contestDecider,
  due: within('contest'),
  pending: (data) => openContest(data) !== undefined,
};

const segregated = [roles.capaAuthor];
/** Rules on extensions for those who answer. */
const byApprover = { extendedBy: roles.capaApprover } as const;
/** Rules on extensions for those who approve, verify or triage. */
const byRepresentative = { extendedBy: roles.managementRepresentative } as const;

/** From the report to the end of a nonconformity, and the shorter life of an observation or opportunity for improvement. */
export const findingStates: StatesOf<FindingData, typeof findingWords> = {
  reported: { owner: roles.qualityOfficer, decides: true, due: within('triage'), tone: 'action', ...byRepresentative },
  askedBack: { owner: roles.reporter, due: within('triage'), tone: 'action' },
  issued: { owner: roles.handler, due: within('capa'), also: [confirmation, contest], tone: 'action', ...byApprover },
  returned: { owner: roles.handler, due: within('resubmit'), tone: 'action', ...byApprover },
  submitted: {
    owner: roles.capaApprover,
    not: segregated,
    decides: true,
    due: within('approve'),
    tone: 'action',
    ...byRepresentative,
  },
  mrReview: {
    owner: roles.managementRepresentative,
    not: segregated,
    decides: true,
    due: within('mrReview'),
    tone: 'action',
  },
  acting: { due: { kind: 'day', day: ({ capa }) => lastActionDay(capa) }, tone: 'neutral' },
  verifying: {
    owner: roles.verifier,
    not: [...segregated, roles.actionOwner],
    decides: true,
    due: within('verify'),
    tone: 'action',
    ...byRepresentative,
  },
  verified: {
    owner: roles.verifier,
    not: segregated,
    due: { kind: 'day', day: ({ reviewOn, capa: { reviewDay } }) => reviewOn ?? reviewDay ?? '' },
    tone: 'neutral',
    ...byRepresentative,
  },
  toAnswer: {
    owner: roles.handler,
    due: within('answer'),
    also: [confirmation, contest],
    tone: 'action',
    ...byApprover,
  },
  answered: {
    owner: roles.capaApprover,
    not: [roles.answerAuthor],
    decides: true,
    due: within('approve'),
    tone: 'action',
    ...byRepresentative,
  },
  answerReturned: { owner: roles.handler, due: within('resubmit'), tone: 'action', ...byApprover },
  agreed: {
    owner: roles.handler,
    due: { kind: 'day', day: ({ answer }) => answer?.byDay ?? '' },
    tone: 'neutral',
    ...byApprover,
  },
  closed: { final: true, tone: 'good' },
  rejected: { final: true, tone: 'muted' },
  merged: { final: true, tone: 'muted' },
  withdrawn: { final: true, tone: 'muted' },
};
