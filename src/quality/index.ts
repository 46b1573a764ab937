import type { RecordType } from '../records/declaration/record-type.ts';
import { action } from './action/action.ts';
import { callBack } from './call-back/call-back.ts';
import { commitment } from './commitment/commitment.ts';
import { companySurvey } from './company-survey/company-survey.ts';
import { complaint } from './complaint/complaint.ts';
import { finding } from './finding/finding.ts';
import { incident } from './incident/incident.ts';
import { projectSurvey } from './project-survey/project-survey.ts';
import { proposal } from './proposal/proposal.ts';
import { satisfactionReport } from './satisfaction-report/satisfaction-report.ts';
import { serviceReport } from './service-report/service-report.ts';
import { surveyInvitation } from './survey-invitation/survey-invitation.ts';
import { visit } from './visit/visit.ts';

/** All record types. A test checks this list against the folders. */
export const recordTypes: readonly RecordType<unknown>[] = [
  finding,
  action,
  incident,
  callBack,
  proposal,
  satisfactionReport,
  projectSurvey,
  companySurvey,
  surveyInvitation,
  serviceReport,
  complaint,
  visit,
  commitment,
];
