/** 客户拜访、客户反馈信息与承诺事项。 */
export const visit = {
  'help.visit.say': '/visit new　或　安排拜访',
  'help.visit': '安排或查看客户拜访',
} as const;
