/** 满意度回访。 */
export const callBack = {
  'callBack.language.zh-CN': '中文',
} as const;
