/** Words that belong to no feature. */
export const common = {
  'common.submit': '提交',
  'common.cancel': '取消',
  'common.open': '打开',
  'common.listSeparator': '、',
  'common.andMore': '{listed}，另有 {count} 人',
  'error.internal': '出了点问题，操作没有完成。请稍后再试；如仍不行，请把编号 {reference} 告诉管理员。',
  'error.busy': '系统暂时没有回应，这次操作可能没有保存。请过一会儿打开记录看一下，没有的话再做一次。',
} as const;
