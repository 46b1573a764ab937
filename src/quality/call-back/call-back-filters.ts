import type { Filter } from '../../records/declaration/filter.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import { customerFilter, projectFilter } from '../../records/declaration/served-filters.ts';
import { scores } from '../satisfaction/score.ts';
import { callBackWords } from './words.ts';

/** By what lists of call-backs are narrowed, besides department and state. */
export const callBackFilters: readonly Filter[] = [
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
