import type { MessageKey } from '../../i18n/translate.ts';
import type { Filter } from './filter.ts';

/** Narrows a list to the records of a project. */
export const projectFilter = (label: MessageKey): Filter => ({
  facet: 'project',
  label,
  words: ['project', '项目'],
  values: ({ projects }) => projects,
});

/** Narrows a list to the records of a customer. */
export const customerFilter = (label: MessageKey): Filter => ({
  facet: 'customer',
  label,
  words: ['customer', '客户'],
  values: ({ customers }) => customers,
});
