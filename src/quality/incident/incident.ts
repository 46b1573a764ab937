import { defineRecord } from '../../records/define-record.ts';
import { askCustomer } from './ask-customer.ts';
import { incidentBody } from './incident-body.ts';
import { incidentCreation } from './incident-creation.ts';
import { type IncidentData, incidentData, stateOf } from './incident-data.ts';
import { incidentFilters } from './incident-filters.ts';
import { incidentMoves } from './incident-moves.ts';
import { incidentStates } from './incident-states.ts';
import { projectChannel } from './project-channel.ts';
import { proposeLow } from './propose-low.ts';
import { proposeMissed } from './propose-missed.ts';
import { incidentCalled, incidentWords } from './words.ts';

/** An incident or a service request, from the report to the closing (R22, R24, R26, R36). */
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
