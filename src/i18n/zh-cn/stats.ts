/** Statistics of the records of a type. */
export const stats = {
  'stats.title': '{nouns}统计（{day}起）',
  'stats.open': '未关闭',
  'stats.overdue': '目前逾期',
  'stats.byState': '未关闭的按状态',
  'stats.byOutcome': '已结束的按结果',
  'stats.formulas':
    '口径：新增按建立日期，关闭按结束日期计；按期率 = 按最初期限完成 ÷ 最初期限在此期间的期限，延期内完成的另列一栏，不算按期；关闭平均用时为责任部门所在地的工作日，从建立到结束；撤回、取消、未联系上等没有结果的，不计入按期率和平均用时；受限记录不计入。',
} as const;
