import { defineRecord } from '../../records/define-record.ts';
import { complaintBody } from './complaint-body.ts';
import { complaintCreation } from './complaint-creation.ts';
import { type ComplaintData, complaintData } from './complaint-data.ts';
import { complaintFigures } from './complaint-figures.ts';
import { complaintFilters } from './complaint-filters.ts';
import { readersOf } from './complaint-readers.ts';
import { complaintStates } from './complaint-states.ts';
import { titleOf } from './complaint-title.ts';
import { answerMoves } from './moves/answer-moves.ts';
import { closingMoves } from './moves/closing-moves.ts';
import { receiptMoves } from './moves/receipt-moves.ts';
import { suggestionMoves } from './moves/suggestion-moves.ts';
import { complaintCalled, complaintWords } from './words.ts';

/** 投诉 / 建议: what a customer says of us, from the receipt to the closing (R30; GB/T 19012-2019, ISO 10002). */
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
