import { office } from '../../records/declaration/office.ts';
import type { Role } from '../../records/declaration/role.ts';
import type { ProjectSurveyData } from './project-survey-data.ts';
import { projectSurveyWords } from './words.ts';

type SurveyRole = Role<ProjectSurveyData>;

/** 专业负责人 of the specialty; the project's own lead if that person has left. */
export const lead: SurveyRole = {
  id: 'lead',
  label: projectSurveyWords.role.lead,
  holders({ data }, org) {
    const candidates = [data.leadId, org.project(data.projectId)?.lead ?? ''];
    const id = candidates.find((one) => org.person(one)?.active);
    return id === undefined ? [] : [id];
  },
};

/** 质量效能部经理 submits it. */
export const qualityManager = office('qedManager');

/** 运维管理部经理 may act in a lead's place. */
export const operations = office('omdManager');
