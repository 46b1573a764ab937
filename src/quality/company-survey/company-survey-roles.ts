import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { CompanySurveyData } from './company-survey-data.ts';
import { companySurveyWords } from './words.ts';

/** 质量效能部经理 plans the survey, sends it and closes it. */
export const qualityManager = office('qedManager');

/** The role named in the settings decides on a plan that leaves contacts out. */
export const approver: Role<CompanySurveyData> = {
  id: 'approver',
  label: companySurveyWords.role.approver,
  holders: (_record, org) => org.idsWith(org.settings.surveys.planApprover),
};

/** The planner may not approve the plan. */
export const planner: Role<CompanySurveyData> = {
  id: 'planner',
  label: companySurveyWords.role.planner,
  alone: true,
  holders: ({ data }) => (data.plannerId === null ? [] : [data.plannerId]),
};
