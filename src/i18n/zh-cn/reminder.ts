/** The morning's reminder of deadlines. */
export const reminder = {
  'reminder.title': '今天请留意这些期限',
  'reminder.summary': '需要您处理的事项：{counts}。',
  'reminder.separator': '，',
  'reminder.count.over': '{count} 项已超期',
  'reminder.count.today': '{count} 项今天到期',
  'reminder.count.soon': '{count} 项即将到期',
  'reminder.weekday': '（{weekday}）',
  'reminder.over': '已超期 {days} 个工作日，原定 {when}',
  'reminder.over.one': '已超期 {days} 个工作日，原定 {when}',
  'reminder.today': '今天到期',
  'reminder.soon': '{when}到期',
  'reminder.provisional': '（暂定：{year} 年放假安排尚未公布）',
  'reminder.standingIn': '{name}不在期间，由您代为处理',
  'reminder.more': '另有 {count} 项没有列出，发送 /qm mine 可查看全部。',
  'reminder.help': '如果赶不及，请尽早和质量效能部说一声。',
} as const;
