import type { PeriodicJob } from '../src/schedule/define-job.ts';
import { callBackLine } from './call-back-line.ts';
import { dueReminders } from './due-reminders.ts';
import { monthlySatisfactionJob } from './monthly-satisfaction.ts';
import { monthlySummaryJob } from './monthly-summary.ts';
import { reportFiguresJob } from './report-figures.ts';
import { satisfactionDrafts } from './satisfaction-drafts.ts';
import { surveyCare } from './survey-care.ts';
import { surveyPlan } from './survey-plan.ts';
import { surveyRound } from './survey-round.ts';
import { visitPlanning } from './visit-planning.ts';
import { weeklyDigestJob } from './weekly-digest.ts';

/** All periodic jobs. */
export const periodicJobs: readonly PeriodicJob[] = [
  dueReminders,
  callBackLine,
  weeklyDigestJob,
  monthlySummaryJob,
  monthlySatisfactionJob,
  satisfactionDrafts,
  reportFiguresJob,
  visitPlanning,
  surveyPlan,
  surveyRound,
  surveyCare,
];
