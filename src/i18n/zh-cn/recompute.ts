/** Deadlines that were provisional until the calendar of their year came. */
export const recompute = {
  'record.move.reckonAnew': '重算期限',
  'record.done.reckonAnew': '按新公布的日历重算了期限',
  'reckoning.refusal.notYet': '期限经过的年份还没有公布放假安排，暂不能重算。公布后会自动重算，不用处理。',
} as const;
