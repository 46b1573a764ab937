import { catalogueValues, type Filter } from '../../records/filters.ts';
import { customerFilter, projectFilter } from '../../records/served-filters.ts';
import { scores } from '../satisfaction/score.ts';

/** By what lists of call-backs are narrowed, besides department and state. */
export const callBackFilters: readonly Filter[] = [
  projectFilter('callBack.field.project'),
  customerFilter('callBack.field.customer'),
  {
    facet: 'score',
    label: 'callBack.field.score',
    words: ['score', '满意度', '评分'],
    values: () => catalogueValues(scores.map(String), 'satisfaction.score'),
  },
  {
    facet: 'via',
    label: 'callBack.field.via',
    words: ['via', '方式'],
    values: () => catalogueValues(['call', 'page', 'link'], 'callBack.via'),
  },
];
