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
} as const;
