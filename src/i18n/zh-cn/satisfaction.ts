/** 满意度：各处共用的说法。 */
export const satisfaction = {
  'satisfaction.score.5': '非常满意',
  'satisfaction.score.4': '满意',
  'satisfaction.score.3': '一般',
  'satisfaction.score.2': '不满意',
  'satisfaction.score.1': '非常不满意',
  'satisfaction.weekly': '上周服务满意度 {rate}；{of} 项服务中 {rated} 项已评价。',
  'satisfaction.weekly.none': '上周完成 {of} 项服务，还没有客户评价。',
  'satisfaction.monthly.title': '月度客户满意度 · {month}',
  'satisfaction.monthly.summary': '服务满意度 {rate}，共 {of} 条评价。',
  'satisfaction.monthly.none': '本月服务还没有客户评价。',
  'satisfaction.monthly.worst': '评分最低的客户原话',
  'satisfaction.title': '客户满意度 · {period}',
  'satisfaction.unread': '没有看懂“{said}”。可以这样说：满意度 上月；满意度 2026年第三季度 三号线。',
  'help.satisfaction.say': '/satisfaction 上月　或　满意度 上月',
  'help.satisfaction': '服务评价和问卷调查的满意度、客户原话；可加项目或客户名称',
} as const;
