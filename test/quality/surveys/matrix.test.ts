import { companySurvey } from '../../../src/quality/company-survey/company-survey.ts';
import { projectSurvey } from '../../../src/quality/project-survey/project-survey.ts';
import { surveyInvitation } from '../../../src/quality/survey-invitation/survey-invitation.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import {
  companyAnswers,
  companyStates,
  companySurveyIn,
  invitationAnswers,
  invitationIn,
  invitationStates,
  openSurveyDesk,
  projectAnswers,
  projectStates,
  projectSurveyIn,
} from './surveying.ts';

/** Who plays each part. */
const parts: Readonly<Record<string, string>> = {
  Led: 'liu-yang',
  Mgr: 'wang-lei',
  Mdp: 'huang-tao',
  Qmg: 'li-na',
  Qdp: 'du-juan',
  Qed: 'chen-jing',
  Sdk: 'xu-fang',
  MR: 'zhou-min',
  Str: 'zheng-kai',
  Sys: 'system',
};

const shared = { parts, openDesk: openSurveyDesk } as const;

describeMatrix({
  ...shared,
  noun: 'a survey of a project',
  type: projectSurvey,
  page: new URL('./project-survey.txt', import.meta.url),
  states: projectStates,
  recordIn: projectSurveyIn,
  answer: (move) => projectAnswers[move as keyof typeof projectAnswers],
});

describeMatrix({
  ...shared,
  noun: 'the company survey',
  type: companySurvey,
  page: new URL('./company-survey.txt', import.meta.url),
  states: companyStates,
  recordIn: companySurveyIn,
  answer: (move) => companyAnswers[move as keyof typeof companyAnswers],
});

describeMatrix({
  ...shared,
  noun: 'an invitation to a survey',
  type: surveyInvitation,
  page: new URL('./survey-invitation.txt', import.meta.url),
  states: invitationStates,
  recordIn: invitationIn,
  answer: (move) => invitationAnswers[move as keyof typeof invitationAnswers],
});
