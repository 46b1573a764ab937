import { customerFilter, projectFilter } from '../../records/declaration/customer-filters.ts';
import type { Filter } from '../../records/declaration/filter.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import { defineRecord } from '../../records/define-record.ts';
import { serviceReportBody } from './service-report-body.ts';
import { serviceReportCreation } from './service-report-creation.ts';
import { outcomes, type ServiceReportData, serviceReportData, ways } from './service-report-data.ts';
import { serviceReportMoves } from './service-report-moves.ts';
import { engineer, lead, serviceDesk } from './service-report-roles.ts';
import { sealOf } from './shown.ts';
import { sheetOf } from './signature.ts';
import { SIGNATURE_FILE } from './signature-file.ts';
import { serviceReportCalled, serviceReportWords } from './words.ts';

/** Filters for lists of service reports, in addition to department and state. */
const serviceReportFilters: readonly Filter[] = [
  projectFilter('record.field.project'),
  customerFilter('record.field.customer'),
  {
    facet: 'engineer',
    label: serviceReportWords.field.engineer,
    words: ['engineer', '工程师'],
    values: ({ people }) => people,
  },
  {
    facet: 'outcome',
    label: serviceReportWords.field.outcome,
    words: ['outcome', '结果'],
    values: () => catalogueValues(outcomes, 'serviceReport.outcome'),
  },
  {
    facet: 'way',
    label: serviceReportWords.field.way,
    words: ['way', '方式'],
    values: () => catalogueValues(ways, 'serviceReport.way'),
  },
];

/** A service report (R37): prepared by the engineer, answered by the customer, checked and submitted by the service desk (note 13). */
export const serviceReport = defineRecord<ServiceReportData, typeof serviceReportWords>({
  type: 'serviceReport',
  words: serviceReportWords,
  called: serviceReportCalled,
  number: { per: 'year', prefix: (org) => org.settings.prefixes.serviceReport ?? 'SR' },
  schemaVersion: 1,
  upgrades: {},
  data: serviceReportData,
  title: ({ title }) => title,
  // No scores or comments: the rated engineer can see the lists, too.
  facets: ({ projectId, customerId, engineerId, answer }) => ({
    project: projectId,
    engineer: engineerId,
    ...(customerId !== null && { customer: customerId }),
    ...(answer && { outcome: answer.outcome, way: answer.way }),
  }),
  filters: serviceReportFilters,
  exported: [
    { label: serviceReportWords.field.started, time: ({ startedAt }) => startedAt },
    { label: serviceReportWords.field.ended, time: ({ endedAt }) => endedAt },
    { label: serviceReportWords.field.incident, text: ({ incident }) => incident },
    { label: serviceReportWords.field.done, text: ({ done }) => done },
    { label: serviceReportWords.field.signedAt, time: ({ answer }) => answer?.at },
  ],
  answeredIn: ['awaiting'],
  countedAt: ({ endedAt }) => endedAt,
  searched: ({ done, incident = '', contactName = '', answer }) => [
    incident,
    contactName,
    answer?.signerName ?? '',
    done,
  ],
  department: ({ departmentId }) => departmentId,
  posts: [
    {
      label: serviceReportWords.role.engineer,
      holders: ({ data, open }) => (open && !data.answer ? [data.engineerId] : []),
      replace: ({ data }, from, to) => (data.engineerId === from && !data.answer ? { ...data, engineerId: to } : data),
    },
  ],
  inChannels: false,
  initialState: 'draft',
  states: {
    draft: {
      owner: engineer,
      due: { kind: 'workingDays', days: (org) => org.settings.workingDays.serviceReport },
      extendedBy: lead,
      tone: 'action',
    },
    awaiting: {
      owner: engineer,
      due: { kind: 'workingDays', days: (org) => org.settings.workingDays.serviceReport },
      extendedBy: lead,
      tone: 'action',
    },
    signed: {
      owner: serviceDesk,
      not: [engineer],
      due: { kind: 'workingDays', days: (org) => org.settings.workingDays.serviceReport },
      tone: 'action',
    },
    unsigned: {
      owner: serviceDesk,
      not: [engineer],
      due: { kind: 'workingDays', days: (org) => org.settings.workingDays.serviceReport },
      tone: 'action',
    },
    closed: { final: true, tone: 'good' },
    cancelled: { final: true, tone: 'muted' },
  },
  moves: serviceReportMoves,
  creation: serviceReportCreation,
  body: serviceReportBody,
  makes: ({ data }, what) =>
    what === SIGNATURE_FILE && data.answer?.signature ? sheetOf(data.answer.signature) : null,
  sealed: ({ number, data }) =>
    [...data.earlier.map(({ answer }) => answer), ...(data.answer ? [data.answer] : [])].every(
      (answer) => sealOf(number, answer) === answer.sha256,
    ),
});
