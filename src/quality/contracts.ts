import { z } from 'zod';
import { evidenceSchema } from '../records/shape/common.ts';
import { raised, signaled } from '../records/shape/contract.ts';
import { freeText } from '../records/shape/free-text.ts';
import type { plannedSchema } from './action/action-data.ts';
import type { raisedCallBack } from './call-back/call-back-creation.ts';
import { serviceSchema } from './call-back/call-back-data.ts';
import type { promisedSchema } from './commitment/commitment-data.ts';
import type { plannedYear } from './company-survey/company-survey-forms.ts';
import type { newComplaint } from './complaint/new-complaint-form.ts';
import type { creationAnswers } from './finding/forms/proposed.ts';
import type { plannedSurvey } from './project-survey/project-survey-forms.ts';
import type { proposedSchema } from './proposal/proposal-data.ts';
import { ratingSchema } from './satisfaction/rating.ts';
import { scoreSchema } from './satisfaction/score.ts';
import { surveyResultSchema } from './satisfaction/survey-results.ts';
import { reportFiguresSchema } from './satisfaction-report/report-figures.ts';
import type { newReport } from './satisfaction-report/satisfaction-report-forms.ts';
import type { raisedReport } from './service-report/service-report-creation.ts';
import type { askedContact } from './survey-invitation/survey-invitation-data.ts';
import type { newVisit } from './visit/visit-forms.ts';

const number = z.string().max(60);
const person = z.string().max(100);
const numbered = z.object({ number });
const because = z.object({ reason: freeText(3000) });
const survey = z.object({ survey: number });
const calledBack = z.object({
  number,
  at: z.iso.datetime(),
  outcome: z.enum(['reached', 'unreached', 'exempt']),
  score: scoreSchema.optional(),
});

/** What record types and jobs may raise of each type and signal to it. Types know each other only through this. */
export const contracts = {
  finding: {
    raise: raised<z.input<typeof creationAnswers>>('finding'),
    actionDone: signaled('actionDone', numbered),
    actionMoved: signaled('actionMoved', z.object({ number, ownerId: person })),
    takeIn: signaled('takeIn', z.object({ number, reporterIds: z.array(person), evidence: z.array(evidenceSchema) })),
    letGo: signaled('letGo', numbered),
  },
  action: {
    raise: raised<z.input<typeof plannedSchema>>('action'),
    reopen: signaled('reopen', because),
    withdraw: signaled('withdraw', because),
    admitted: signaled('admitted', z.object({ people: z.array(person).max(200) })),
  },
  incident: {
    calledBack: signaled('calledBack', calledBack),
    closeSettled: signaled('closeSettled', calledBack),
    callBackUndone: signaled('callBackUndone', numbered),
    rated: signaled('rated', ratingSchema),
  },
  callBack: {
    raise: raised<z.input<typeof raisedCallBack>>('callBack'),
    told: signaled('told', serviceSchema),
    rated: signaled('rated', ratingSchema),
    voided: signaled('voided', z.object({ at: z.iso.datetime() })),
    complained: signaled('complained', numbered),
  },
  proposal: {
    raise: raised<z.input<typeof proposedSchema>>('proposal'),
    filed: signaled('filed', numbered),
    takeBack: signaled('takeBack', z.object({})),
    proposeAgain: signaled('proposeAgain', z.object({ facts: freeText(1000) })),
  },
  complaint: { raise: raised<z.input<typeof newComplaint>>('complaint') },
  serviceReport: { raise: raised<z.input<typeof raisedReport>>('serviceReport') },
  visit: {
    raise: raised<z.input<typeof newVisit>>('visit'),
    commitmentKept: signaled('commitmentKept', z.object({ id: z.string().max(10), on: z.iso.date() })),
  },
  commitment: { raise: raised<z.input<typeof promisedSchema>>('commitment') },
  projectSurvey: {
    raise: raised<z.input<typeof plannedSurvey>>('projectSurvey'),
    invited: signaled('invited', z.object({ contactId: z.string().max(60), number })),
    answered: signaled('answered', surveyResultSchema),
    runOut: signaled('runOut', z.object({})),
  },
  companySurvey: {
    raise: raised<z.input<typeof plannedYear>>('companySurvey'),
    answered: signaled('answered', surveyResultSchema),
  },
  surveyInvitation: {
    raise: raised<z.input<typeof askedContact>>('surveyInvitation'),
    include: signaled('include', survey),
    close: signaled('close', survey),
    remind: signaled('remind', z.object({})),
  },
  satisfactionReport: {
    raise: raised<z.input<typeof newReport>>('satisfactionReport'),
    reckon: signaled('reckon', z.object({ figures: reportFiguresSchema })),
  },
} as const;
