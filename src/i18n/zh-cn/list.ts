/** Lists of records, searches, and what was probably meant. */
export const list = {
  'finding.filter.element': '能力要素',
  'finding.filter.project': '项目',
} as const;
