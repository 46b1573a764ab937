import { catalogueValues, type Filter } from '../../records/filters.ts';
import { customerFilter, projectFilter } from '../../records/served-filters.ts';
import { outcomes, ways } from './service-report-data.ts';

/** By what lists of service reports are narrowed, besides department and state. */
export const serviceReportFilters: readonly Filter[] = [
  projectFilter('serviceReport.field.project'),
  customerFilter('serviceReport.field.customer'),
  {
    facet: 'engineer',
    label: 'serviceReport.field.engineer',
    words: ['engineer', '工程师'],
    values: ({ people }) => people,
  },
  {
    facet: 'outcome',
    label: 'serviceReport.field.outcome',
    words: ['outcome', '结果'],
    values: () => catalogueValues(outcomes, 'serviceReport.outcome'),
  },
  {
    facet: 'way',
    label: 'serviceReport.field.way',
    words: ['way', '方式'],
    values: () => catalogueValues(ways, 'serviceReport.way'),
  },
];
