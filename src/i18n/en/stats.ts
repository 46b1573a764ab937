import type { stats as source } from '../zh-cn/stats.ts';

/** Statistics of the records of a type. */
export const stats: Record<keyof typeof source, string> = {
  'stats.title': '{nouns} since {day}',
  'stats.open': 'Open',
  'stats.overdue': 'Overdue now',
  'stats.byState': 'Open, by state',
  'stats.byOutcome': 'Closed, by outcome',
  'stats.formulas':
    'How it is calculated: opened by the day of creation, closed by the day of the end. On-time rate = met by the first deadline ÷ first deadlines in the period; an extension is a column of its own and never on time. Times are working days where the responsible department is, from creation to the end. What ended without a result (withdrawn, cancelled, not reached) is in no rate and no mean. Restricted records are not counted.',
};
