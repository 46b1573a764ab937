import { defineRecord } from '../../records/define-record.ts';
import { callBackBody } from './call-back-body.ts';
import { callBackCreation } from './call-back-creation.ts';
import { type CallBackData, callBackData } from './call-back-data.ts';
import { callBackFigures } from './call-back-figures.ts';
import { callBackFilters } from './call-back-filters.ts';
import { callBackMoves } from './call-back-moves.ts';
import { tellIncident } from './call-back-outcome.ts';
import { callBackStates, firstStateOf } from './call-back-states.ts';
import { hearCustomer } from './call-back-voice.ts';
import { callBackCalled, callBackWords } from './words.ts';

/** A call-back: the customer is asked how satisfied they are before an incident is closed (R26, R36). */
export const callBack = defineRecord<CallBackData, typeof callBackWords>({
  type: 'callBack',
  words: callBackWords,
  called: callBackCalled,
  number: { per: 'parent', prefix: () => 'C' },
  schemaVersion: 1,
  upgrades: {},
  data: callBackData,
  title: ({ title }) => title,
  facets: ({ projectId, customerId, contactId, answer }) => ({
    project: projectId,
    ...(customerId !== null && { customer: customerId }),
    ...(contactId !== null && { contact: contactId }),
    ...(answer && { score: String(answer.score), via: answer.via }),
  }),
  filters: callBackFilters,
  exported: [
    { label: callBackWords.field.about, text: ({ about }) => about },
    { label: callBackWords.field.since, time: ({ since }) => since },
    { label: callBackWords.field.attempted, time: ({ attempts }) => attempts[0]?.at },
    { label: callBackWords.field.answered, time: ({ answer }) => answer?.at },
    { label: callBackWords.field.score, text: ({ answer }) => answer && String(answer.score) },
    { label: callBackWords.field.comment, text: ({ answer }) => answer?.comment },
  ],
  answeredIn: ['due'],
  countedAt: ({ since }) => since,
  figures: callBackFigures,
  searched: ({ done = '', answer, contactName = '' }) => [answer?.comment ?? '', done, contactName],
  department: ({ departmentId }) => departmentId,
  posts: [
    {
      label: callBackWords.role.holder,
      holders: ({ data, open }) => (open && data.taken ? [data.taken.by] : []),
      replace: ({ data }, from, to) =>
        data.taken?.by === from ? { ...data, taken: { by: to, at: data.taken.at } } : data,
    },
  ],
  inChannels: false,
  initialState: 'due',
  startsIn: firstStateOf,
  states: callBackStates,
  moves: callBackMoves,
  creation: callBackCreation,
  followUps: (before, after, circumstances) => [
    ...tellIncident(before, after, circumstances),
    ...hearCustomer(before, after, circumstances),
  ],
  body: callBackBody,
});
