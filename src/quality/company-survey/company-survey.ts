import { defineFigures } from '../../records/declaration/figures.ts';
import { creation, defineRecord } from '../../records/define-record.ts';
import { surveyStats } from '../satisfaction/survey-stats.ts';
import { companySurveyBody } from './company-survey-body.ts';
import { type CompanySurveyData, companySurveyData } from './company-survey-data.ts';
import { type Planned, planForm } from './company-survey-forms.ts';
import { companySurveyMoves } from './company-survey-moves.ts';
import { approver, planner, qualityManager } from './company-survey-roles.ts';
import { wholeSample } from './sample.ts';
import { companySurveyCalled, companySurveyWords } from './words.ts';

/** The yearly survey of the whole company (R28): planned with its sample, approved if it leaves contacts out, sent, closed with figures. */
export const companySurvey = defineRecord<CompanySurveyData, typeof companySurveyWords>({
  type: 'companySurvey',
  words: companySurveyWords,
  called: companySurveyCalled,
  number: { per: 'year', prefix: (org) => org.settings.prefixes.companySurvey ?? 'CS' },
  schemaVersion: 1,
  upgrades: {},
  data: companySurveyData,
  title: ({ year }) => String(year),
  countedAt: ({ sentAt, plannedAt }) => sentAt ?? plannedAt,
  figures: defineFigures({
    reads: companySurveyData.pick({ sentAt: true, questionnaire: true, contactIds: true, results: true }),
    fold: surveyStats,
  }),
  facets: ({ year }) => ({ year: String(year) }),
  answeredIn: ['planning', 'ready'],
  department: ({ departmentId }) => departmentId,
  inChannels: false,
  initialState: 'planning',
  states: {
    planning: { owner: qualityManager, due: { kind: 'day', day: ({ dueDay }) => dueDay }, tone: 'action' },
    approval: {
      owner: approver,
      not: [planner],
      due: { kind: 'workingDays', days: ({ settings }) => settings.workingDays.mrReview },
      decides: true,
      tone: 'action',
    },
    ready: { owner: qualityManager, due: { kind: 'day', day: ({ dueDay }) => dueDay }, tone: 'action' },
    collecting: {
      owner: qualityManager,
      due: { kind: 'day', day: ({ closeDay, dueDay }) => closeDay ?? dueDay },
      tone: 'neutral',
    },
    closed: { final: true, tone: 'good' },
    cancelled: { final: true, tone: 'muted' },
  },
  moves: companySurveyMoves,
  creation: creation<CompanySurveyData, Planned>({
    asks: planForm,
    initial: ({ year }, { org, now, actorId }) => {
      const manager = org.peopleWith('qedManager')[0];
      return {
        year,
        plannerId: actorId,
        plannedAt: now.toISOString(),
        departmentId: manager?.department ?? null,
        leadId: actorId ?? manager?.id ?? '',
        dueDay: `${year}-${org.settings.surveys.yearlyBy}`,
        contactIds: wholeSample(org),
        results: [],
      };
    },
  }),
  body: companySurveyBody,
});
