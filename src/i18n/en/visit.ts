import type { visit as source } from '../zh-cn/visit.ts';

/** Visits to customers, their feedback, and what was promised there. */
export const visit: Record<keyof typeof source, string> = {
  'help.visit.say': '/visit new',
  'help.visit': 'Plan or look up a visit to a customer',
};
