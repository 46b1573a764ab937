import type { recompute as source } from '../zh-cn/recompute.ts';

/** Deadlines that were provisional until the calendar of their year came. */
export const recompute: Record<keyof typeof source, string> = {
  'record.move.reckonAnew': 'Recalculate the deadline',
  'record.done.reckonAnew': 'recalculated the deadline by the published calendar',
  'reckoning.refusal.notYet':
    'The holidays of a year that this deadline runs through are not published yet. It is recalculated by itself when they are.',
};
