import type { Filter } from '../../records/declaration/filter.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import { customerFilter, projectFilter } from '../../records/declaration/served-filters.ts';
import { outcomes, ways } from './service-report-data.ts';
import { serviceReportWords } from './words.ts';

/** By what lists of service reports are narrowed, besides department and state. */
export const serviceReportFilters: readonly Filter[] = [
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
