import { projectFilter } from '../../records/declaration/customer-filters.ts';
import type { Filter } from '../../records/declaration/filter.ts';
import { catalogueValues } from '../../records/declaration/filters.ts';
import { kinds, sources } from './finding-data.ts';
import { findingWords } from './words.ts';

/** Filters for lists of findings, in addition to department and state. */
export const findingFilters: readonly Filter[] = [
  {
    facet: 'kind',
    label: findingWords.field.kind,
    words: ['kind', '类别', '定性', '类型'],
    values: () => withAliases(catalogueValues(kinds, 'finding.kind'), kindAliases),
  },
  {
    facet: 'source',
    label: findingWords.field.source,
    words: ['source', '来源'],
    values: () => withAliases(catalogueValues(sources, 'finding.source'), sourceAliases),
  },
  {
    facet: 'element',
    label: findingWords.filter.element,
    words: ['element', '要素', '能力要素'],
    values: (org) => org.settings.capabilityElements,
  },
  projectFilter('record.field.project'),
];

const kindAliases: Readonly<Record<string, readonly string[]>> = {
  major: ['严重', 'major nc'],
  minor: ['一般', '轻微', 'minor nc'],
  observation: ['观察', '观察项', 'obs'],
  ofi: ['改进', '改进机会', 'improvement'],
};

const sourceAliases: Readonly<Record<string, readonly string[]>> = {
  internalAudit: ['内审', 'internal'],
  externalAudit: ['外审', 'external'],
  managementReview: ['管评', 'review'],
  dataAnalysis: ['分析', 'data', 'analysis'],
  complaint: ['投诉', 'complaints'],
  suggestion: ['suggestions'],
  spotCheck: ['检查', 'spot-check', 'spotcheck'],
};

const withAliases = (values: ReturnType<Filter['values']>, aliases: Readonly<Record<string, readonly string[]>>) =>
  values.map((value) => ({ ...value, aliases: aliases[value.id] ?? [] }));
