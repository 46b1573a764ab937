/** What may follow while a command is typed. */
export const complete = {
  'complete.open': '未关闭的',
  'complete.overdue': '逾期的',
  'complete.closed': '已关闭的',
  'complete.all': '全部',
  'complete.mine': '由我处理的',
  'complete.since': '从哪天起',
  'complete.until': '到哪天止',
  'complete.facet': '按{name}',
} as const;
