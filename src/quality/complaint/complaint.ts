import type { Settings } from '../../org/organisation.ts';
import { customerFilter, projectFilter } from '../../records/declaration/customer-filters.ts';
import type { Filter } from '../../records/declaration/filter.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import type { DueRule } from '../../records/declaration/state.ts';
import { defineRecord, type StatesOf } from '../../records/define-record.ts';
import { complaintBody } from './complaint-body.ts';
import { complaintCreation } from './complaint-creation.ts';
import { type ComplaintData, channels, complaintData, kinds, severities } from './complaint-data.ts';
import { complaintFigures } from './complaint-figures.ts';
import { readersOf } from './complaint-readers.ts';
import { accused, handler, quality } from './complaint-roles.ts';
import { titleOf } from './complaint-title.ts';
import { answerMoves } from './moves/answer-moves.ts';
import { closingMoves } from './moves/closing-moves.ts';
import { receiptMoves } from './moves/receipt-moves.ts';
import { suggestionMoves } from './moves/suggestion-moves.ts';
import { complaintCalled, complaintWords } from './words.ts';

/** Filters for lists of complaints and suggestions, in addition to department and state. */
const complaintFilters: readonly Filter[] = [
  {
    facet: 'kind',
    label: complaintWords.field.kind,
    words: ['kind', 'type', '类型', '类别'],
    values: () => catalogueValues(kinds, 'complaint.kind'),
  },
  {
    facet: 'severity',
    label: complaintWords.field.severity,
    words: ['severity', '严重程度', '级别'],
    values: () => catalogueValues(severities, 'complaint.severity'),
  },
  projectFilter('record.field.project'),
  customerFilter('record.field.customer'),
  {
    facet: 'channel',
    label: complaintWords.field.channel,
    words: ['channel', '渠道', '来源'],
    values: () => catalogueValues(channels, 'complaint.channel'),
  },
];

const within = (step: keyof Settings['complaints']): DueRule<ComplaintData> => ({
  kind: 'workingDays',
  days: ({ settings }) => settings.complaints[step],
});
const answerDay: DueRule<ComplaintData> = { kind: 'day', day: ({ answerBy }) => answerBy };

const handled = { owner: handler, not: [accused], tone: 'action' } as const;

/** From receipt to closing (终止); a suggestion takes a shorter route. */
const complaintStates: StatesOf<ComplaintData, typeof complaintWords> = {
  received: { ...handled, due: within('acknowledge') },
  investigating: { ...handled, due: answerDay, extendedBy: quality },
  answered: { ...handled, due: within('reaction') },
  /** 升级: the quality department answers what the handler's answer did not settle. */
  escalated: { owner: quality, not: [accused], due: answerDay, tone: 'action' },
  accepted: { ...handled, due: within('close'), extendedBy: quality },
  assessing: { ...handled, due: answerDay, extendedBy: quality },
  closed: { final: true, tone: 'good' },
  withdrawn: { final: true, tone: 'muted' },
};

/** 投诉 / 建议: what a customer says about us, from receipt to closing (R30; GB/T 19012-2019, ISO 10002). */
export const complaint = defineRecord<ComplaintData, typeof complaintWords>({
  type: 'complaint',
  words: complaintWords,
  called: complaintCalled,
  number: { per: 'year', prefix: (org) => org.settings.prefixes.complaint ?? 'CP' },
  schemaVersion: 1,
  upgrades: {},
  data: complaintData,
  title: titleOf,
  facets: ({ kind, severity, channel, projectId, customerId }) => ({
    kind,
    channel,
    ...(severity && { severity }),
    ...(projectId !== null && { project: projectId }),
    ...(customerId !== null && { customer: customerId }),
  }),
  filters: complaintFilters,
  exported: [
    { label: complaintWords.field.received, time: ({ receivedAt }) => receivedAt },
    { label: complaintWords.field.acknowledged, time: ({ acknowledgement }) => acknowledgement?.at },
    { label: complaintWords.field.answer, text: ({ answers }) => answers.at(-1)?.text },
    { label: complaintWords.field.closed, time: ({ closedAt }) => closedAt },
  ],
  answeredIn: ['investigating', 'assessing'],
  searched: ({ what, about = '', contactName = '', answers }) => [what, about, contactName, answers.at(-1)?.text ?? ''],
  readers: readersOf,
  countedAt: ({ receivedAt }) => receivedAt,
  figures: complaintFigures,
  department: ({ departmentId }) => departmentId,
  posts: [
    {
      label: complaintWords.role.handler,
      holders: ({ data, open }) => (open && data.handlerId !== undefined ? [data.handlerId] : []),
      replace: ({ data }, from, to) => (data.handlerId === from ? { ...data, handlerId: to } : data),
    },
  ],
  inChannels: true,
  channelPurpose: 'service',
  initialState: 'received',
  states: complaintStates,
  moves: { ...receiptMoves, ...answerMoves, ...suggestionMoves, ...closingMoves },
  creation: complaintCreation,
  body: complaintBody,
});
