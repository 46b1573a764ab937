import type { list as source } from '../zh-cn/list.ts';

/** Lists of records, searches, and what was probably meant. */
export const list: Record<keyof typeof source, string> = {
  'finding.filter.element': 'Element',
  'finding.filter.project': 'Project',
};
