import type { Filter } from '../../records/declaration/filter.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import { customerFilter, projectFilter } from '../../records/declaration/served-filters.ts';
import { causes } from './proposal-data.ts';
import { proposalWords } from './words.ts';

/** By what lists of proposals are narrowed, besides department and state. */
export const proposalFilters: readonly Filter[] = [
  {
    facet: 'cause',
    label: proposalWords.field.cause,
    words: ['cause', '起因', '来源'],
    values: () => catalogueValues(causes, 'proposal.cause'),
  },
  customerFilter('record.field.customer'),
  projectFilter('record.field.project'),
];
