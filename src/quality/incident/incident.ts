import type { Organisation } from '../../org/organisation.ts';
import { customerFilter, projectFilter } from '../../records/declaration/customer-filters.ts';
import type { Filter } from '../../records/declaration/filter.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import { defineRecord } from '../../records/define-record.ts';
import { askCustomer } from './ask-customer.ts';
import { incidentBody } from './incident-body.ts';
import { incidentCreation } from './incident-creation.ts';
import { channels, type IncidentData, incidentData, kinds, places, stateOf } from './incident-data.ts';
import { incidentMoves } from './incident-moves.ts';
import { incidentStates } from './incident-states.ts';
import { proposeLow } from './propose-low.ts';
import { proposeMissed } from './propose-missed.ts';
import { incidentCalled, incidentWords } from './words.ts';

/** Filters for lists of incidents, in addition to department and state. */
const incidentFilters: readonly Filter[] = [
  {
    facet: 'kind',
    label: incidentWords.field.kind,
    words: ['kind', 'type', '类型', '类别'],
    values: () => catalogueValues(kinds, 'incident.kind'),
  },
  {
    facet: 'priority',
    label: incidentWords.field.priority,
    words: ['priority', '优先级', '级别'],
    values: ({ settings }) => settings.priorities,
  },
  projectFilter('record.field.project'),
  customerFilter('record.field.customer'),
  {
    facet: 'category',
    label: incidentWords.field.category,
    words: ['category', '分类'],
    values: ({ settings }) => settings.incidentCategories,
  },
  {
    facet: 'channel',
    label: incidentWords.field.channel,
    words: ['channel', '渠道', '来源'],
    values: () => catalogueValues(channels, 'incident.channel'),
  },
  {
    facet: 'place',
    label: incidentWords.field.place,
    words: ['place', '服务方式'],
    values: () => catalogueValues(places, 'incident.place'),
  },
];

/** The project's own channel, if it has one and the settings post this priority there. */
function projectChannel({ projectId, priority }: IncidentData, org: Organisation): string[] {
  const { priorities } = org.settings.projectChannels;
  const channel = org.project(projectId)?.channel;
  return channel !== undefined && (priorities === null || priorities.includes(priority)) ? [channel] : [];
}

/** An incident or service request, from report to closing (R22, R24, R26, R36). */
export const incident = defineRecord<IncidentData, typeof incidentWords>({
  type: 'incident',
  words: incidentWords,
  called: incidentCalled,
  number: { per: 'year', prefix: (org) => org.settings.prefixes.incident ?? 'IN' },
  schemaVersion: 1,
  upgrades: {},
  data: incidentData,
  title: ({ title }) => title,
  facets: ({ kind, priority, projectId, customerId, category, channel, place }) => ({
    kind,
    priority,
    project: projectId,
    channel,
    place,
    ...(customerId !== null && { customer: customerId }),
    ...(category !== undefined && { category }),
  }),
  filters: incidentFilters,
  exported: [
    { label: incidentWords.field.object, text: ({ object }) => object },
    { label: incidentWords.field.reported, time: ({ reportedAt }) => reportedAt },
    { label: incidentWords.field.responded, time: ({ respondedAt }) => respondedAt },
    { label: incidentWords.field.restored, time: ({ restoredAt }) => restoredAt },
    { label: incidentWords.field.resolved, time: ({ resolvedAt }) => resolvedAt },
    { label: incidentWords.field.closed, time: ({ closedAt }) => closedAt },
    { label: incidentWords.field.done, text: ({ done }) => done },
  ],
  answeredIn: ['handling'],
  countedAt: ({ reportedAt }) => reportedAt,
  searched: ({ object = '', done = '', requesterName = '', source }) => [
    object,
    source?.externalId ?? '',
    requesterName,
    done,
  ],
  department: ({ departmentId }) => departmentId,
  posts: [
    {
      label: incidentWords.role.engineer,
      holders: ({ data, open }) => (open && data.engineerId !== null ? [data.engineerId] : []),
      replace: ({ data }, from, to) => (data.engineerId === from ? { ...data, engineerId: to } : data),
    },
  ],
  inChannels: true,
  channelPurpose: 'service',
  ownChannels: projectChannel,
  initialState: 'reported',
  startsIn: stateOf,
  states: incidentStates,
  moves: incidentMoves,
  creation: incidentCreation,
  followUps: (before, after, circumstances) => [
    ...askCustomer(before, after, circumstances),
    ...proposeMissed(before, after, circumstances),
    ...proposeLow(before, after, circumstances),
  ],
  body: incidentBody,
});
