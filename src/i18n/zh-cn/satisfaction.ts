/** 满意度：各处共用的说法。 */
export const satisfaction = {
  'satisfaction.score.5': '非常满意',
  'satisfaction.score.4': '满意',
  'satisfaction.score.3': '一般',
  'satisfaction.score.2': '不满意',
  'satisfaction.score.1': '非常不满意',
} as const;
