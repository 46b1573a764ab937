import type { complete as source } from '../zh-cn/complete.ts';

/** What may follow while a command is typed. */
export const complete: Record<keyof typeof source, string> = {
  'complete.open': 'not closed',
  'complete.overdue': 'late',
  'complete.closed': 'closed',
  'complete.all': 'all of them',
  'complete.mine': 'with me',
  'complete.since': 'from a day on',
  'complete.until': 'up to a day',
  'complete.facet': 'by {name}',
};
