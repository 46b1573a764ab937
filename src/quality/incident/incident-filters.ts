import type { Filter } from '../../records/declaration/filter.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import { customerFilter, projectFilter } from '../../records/declaration/served-filters.ts';
import { channels, kinds, places } from './incident-data.ts';
import { incidentWords } from './words.ts';

/** By what lists of incidents are narrowed, besides department and state. */
export const incidentFilters: readonly Filter[] = [
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
