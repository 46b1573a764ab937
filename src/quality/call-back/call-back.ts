import { customerFilter, projectFilter } from '../../records/declaration/customer-filters.ts';
import type { Filter } from '../../records/declaration/filter.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import { defineRecord } from '../../records/define-record.ts';
import { signal } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import { isSatisfied, type Score, scores } from '../satisfaction/score.ts';
import { callBackBody } from './call-back-body.ts';
import { callBackCreation } from './call-back-creation.ts';
import { type CallBackData, callBackData } from './call-back-data.ts';
import { callBackFigures } from './call-back-figures.ts';
import { callBackMoves } from './call-back-moves.ts';
import { callBackStates, firstStateOf } from './call-back-states.ts';
import { hearCustomer } from './call-back-voice.ts';
import { callBackCalled, callBackWords } from './words.ts';

type CallBack = RecordOf<CallBackData>;
type Outcome = 'reached' | 'unreached' | 'exempt';

const outcomes: readonly string[] = ['reached', 'unreached', 'exempt'];
const isOver = (record: CallBack | null) => record !== null && outcomes.includes(record.state);

/**
 * What the incident is notified of: that the call-back is over, whichever decision ended it, or that it is not after all because that decision was
 * undone. A satisfied customer's incident is closed at once if the settings say so.
 */
function tellIncident(before: CallBack | null, after: CallBack, { org }: RecordContext): FollowUp[] {
  const { number, data, state } = after;
  if (before?.state === state) return [];
  if (isOver(after)) {
    const { closeSettled, calledBack } = contracts.incident;
    const contract = org.settings.closeAfterCallBack && isSettled(data) ? closeSettled : calledBack;
    const { at, score } = endOf(after);
    const input = { number, at, outcome: state as Outcome, ...(score !== undefined && { score }) };
    return [signal(contract, { number: data.about }, input)];
  }
  return isOver(before) ? [signal(contracts.incident.callBackUndone, { number: data.about }, { number })] : [];
}

/** The incident can be closed without another look. */
const isSettled = ({ answer, exemption }: CallBackData) =>
  answer ? isSatisfied(answer.score) && !answer.complaint : exemption !== undefined;

function endOf({ data, updatedAt }: CallBack): { at: string; score?: Score } {
  const { answer, unreachedAt, exemption } = data;
  if (answer) return { at: answer.at, score: answer.score };
  return { at: unreachedAt ?? exemption?.at ?? updatedAt.toISOString() };
}

/** Filters for lists of call-backs, in addition to department and state. */
const callBackFilters: readonly Filter[] = [
  projectFilter('record.field.project'),
  customerFilter('record.field.customer'),
  {
    facet: 'score',
    label: callBackWords.field.score,
    words: ['score', '满意度', '评分'],
    values: () => catalogueValues(scores.map(String), 'satisfaction.score'),
  },
  {
    facet: 'via',
    label: callBackWords.field.via,
    words: ['via', '方式'],
    values: () => catalogueValues(['call', 'page', 'link'], 'callBack.via'),
  },
];

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
