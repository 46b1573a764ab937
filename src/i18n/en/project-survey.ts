import type { projectSurvey as zh } from '../zh-cn/project-survey.ts';

/** The monthly survey of a project’s specialty. */
export const projectSurvey: Readonly<Record<keyof typeof zh, string>> = {
  'help.projectSurvey.say': '/survey send',
  'help.projectSurvey': "Send this month's surveys at once",
};
