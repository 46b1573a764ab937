import { catalogueValues, type Filter } from '../../records/filters.ts';
import { causes } from './proposal-data.ts';

/** By what lists of proposals are narrowed, besides department and state. */
export const proposalFilters: readonly Filter[] = [
  {
    facet: 'cause',
    label: 'proposal.field.cause',
    words: ['cause', '起因', '来源'],
    values: () => catalogueValues(causes, 'proposal.cause'),
  },
  {
    facet: 'customer',
    label: 'proposal.field.customer',
    words: ['customer', '客户'],
    values: ({ customers }) => customers,
  },
  {
    facet: 'project',
    label: 'proposal.field.project',
    words: ['project', '项目'],
    values: ({ projects }) => projects,
  },
];
