import { companySurvey } from '../../src/quality/company-survey/company-survey.ts';
import { projectSurvey } from '../../src/quality/project-survey/project-survey.ts';
import { surveyInvitation } from '../../src/quality/survey-invitation/survey-invitation.ts';
import { newForm } from '../../src/records/card/draw-form.ts';
import {
  companyStates,
  companySurveyIn,
  invitationIn,
  invitationStates,
  openSurveyDesk,
  projectStates,
  projectSurveyIn,
  surveyed,
} from '../quality/surveys/surveying.ts';
import { moveSamples, samplesOf } from './form-samples.ts';
import { cardsOf } from './record-samples.ts';
import type { Sample } from './sample.ts';
import { seated } from './seats.ts';

const org = seated(surveyed());

const ofProjects: readonly Sample[] = [
  ...projectStates.flatMap((state) =>
    cardsOf({
      name: `projectSurvey.${state}`,
      type: projectSurvey,
      record: projectSurveyIn(openSurveyDesk(), state),
      reader: state === 'planned' || state === 'collecting' ? 'liu-yang' : 'li-na',
      org,
    }),
  ),
  ...samplesOf('projectSurvey.new', 'li-na', (view) => ({ kind: 'form', form: newForm(projectSurvey, view) }), org),
  ...moveSamples(projectSurvey, projectSurveyIn(openSurveyDesk(), 'collecting'), 'addContact', 'liu-yang', org),
  ...moveSamples(projectSurvey, projectSurveyIn(openSurveyDesk(), 'collected'), 'submit', 'li-na', org),
  ...moveSamples(projectSurvey, projectSurveyIn(openSurveyDesk(), 'collected'), 'sendBack', 'li-na', org),
  ...moveSamples(projectSurvey, projectSurveyIn(openSurveyDesk(), 'planned'), 'cancel', 'li-na', org),
];

const ofCompany: readonly Sample[] = [
  ...companyStates.flatMap((state) =>
    cardsOf({
      name: `companySurvey.${state}`,
      type: companySurvey,
      record: companySurveyIn(openSurveyDesk(), state),
      reader: state === 'approval' ? 'zhou-min' : 'li-na',
      org,
    }),
  ),
  ...samplesOf('companySurvey.new', 'li-na', (view) => ({ kind: 'form', form: newForm(companySurvey, view) }), org),
  ...(['takeIn', 'leaveOut', 'submitPlan', 'cancel'] as const).flatMap((move) =>
    moveSamples(companySurvey, companySurveyIn(openSurveyDesk(), 'planning'), move, 'li-na', org),
  ),
  ...moveSamples(companySurvey, companySurveyIn(openSurveyDesk(), 'approval'), 'returnPlan', 'zhou-min', org),
  ...moveSamples(companySurvey, companySurveyIn(openSurveyDesk(), 'collecting'), 'close', 'li-na', org),
];

const ofInvitations: readonly Sample[] = [
  ...invitationStates.flatMap((state) =>
    cardsOf({
      name: `surveyInvitation.${state}`,
      type: surveyInvitation,
      record: invitationIn(openSurveyDesk(), state),
      reader: 'xu-fang',
      org,
    }),
  ),
  ...(['enter', 'decline'] as const).flatMap((move) =>
    moveSamples(surveyInvitation, invitationIn(openSurveyDesk(), 'asked'), move, 'xu-fang', org),
  ),
];

/** Every state of the surveys and of their invitations, and every form that they ask. */
export const surveySamples: readonly Sample[] = [...ofProjects, ...ofCompany, ...ofInvitations];
