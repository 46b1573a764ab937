/** 客户反馈信息表（R41）。 */
export const feedback = {
  'feedback.title': '客户反馈信息 · {period}',
  'feedback.unread': '没有看懂“{said}”。可以这样说：客户反馈 上季度；客户反馈 本年 地铁集团。',
  'feedback.none': '这段时间还没有客户反馈；拜访记录和满意度调查里填的会列在这里。',
  'feedback.count': '{answer} {count}',
  'feedback.wish': '希望增加：{what}',
  'feedback.more': '另有 {count} 条，可缩短时间或加上客户名称再看。',
  'feedback.formula':
    '来自客户拜访记录和满意度调查；拜访按拜访日期、调查按发出日期计入；认为未达成的在前，其余按时间从近到远；受限事项不列。',
  'help.feedback.say': '/customer feedback 上季度　或　客户反馈 上季度',
  'help.feedback': '客户认为 SLA 是否达成、希望增加哪些服务；可加项目或客户名称',
} as const;
