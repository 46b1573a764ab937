import type { Filter } from '../../records/declaration/filter.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import { customerFilter, projectFilter } from '../../records/declaration/served-filters.ts';
import { channels, kinds, severities } from './complaint-data.ts';
import { complaintWords } from './words.ts';

/** By what lists of complaints and suggestions are narrowed, besides department and state. */
export const complaintFilters: readonly Filter[] = [
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
