/** Words that belong to no feature. */
export const common = {
  'common.submit': '提交',
  'common.cancel': '取消',
  'common.open': '打开',
  'common.none': '无',
  'common.listSeparator': '、',
  'common.andMore': '{listed}，另有 {count} 人',
  'error.internal': '出了点问题，操作没有完成。请稍后再试；如仍不行，请把编号 {reference} 告诉管理员。',
  'error.busy': '系统暂时连不上数据库，操作没有保存。请过一会儿再试一次。',
} as const;
