/** 项目月度满意度调查。 */
export const projectSurvey = {
  'help.projectSurvey.say': '/survey send　或　调查发出',
  'help.projectSurvey': '一次发出本月的满意度调查',
} as const;
