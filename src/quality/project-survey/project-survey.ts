import { type Day, dayOf, isDay } from '../../calendar/day.ts';
import { nameOf } from '../../org/organisation.ts';
import { customerFilter, projectFilter } from '../../records/declaration/customer-filters.ts';
import { defineFigures } from '../../records/declaration/figures.ts';
import { creation, defineRecord } from '../../records/define-record.ts';
import { surveyStats } from '../satisfaction/survey-stats.ts';
import { projectSurveyBody } from './project-survey-body.ts';
import { type ProjectSurveyData, projectSurveyData } from './project-survey-data.ts';
import { newSurveyForm, type Planned } from './project-survey-forms.ts';
import { projectSurveyMoves } from './project-survey-moves.ts';
import { lead, qualityManager } from './project-survey-roles.ts';
import { projectSurveyCalled, projectSurveyWords } from './words.ts';

/** The given day of a day's month, or the last day of a shorter month. */
function dueDayOf(day: Day, wanted: number): Day {
  const month = day.slice(0, 7);
  const days = Array.from({ length: wanted }, (_one, index) => `${month}-${String(wanted - index).padStart(2, '0')}`);
  return days.find(isDay) ?? day;
}

/** The monthly satisfaction survey of one specialty of a project (R27, R39): planned each month, sent by its lead, submitted by QED. */
export const projectSurvey = defineRecord<ProjectSurveyData, typeof projectSurveyWords>({
  type: 'projectSurvey',
  words: projectSurveyWords,
  called: projectSurveyCalled,
  number: { per: 'year', prefix: (org) => org.settings.prefixes.projectSurvey ?? 'SV' },
  schemaVersion: 1,
  upgrades: {},
  data: projectSurveyData,
  title: ({ title }) => title,
  countedAt: ({ plannedAt }) => plannedAt,
  figures: defineFigures({
    reads: projectSurveyData.pick({ sentAt: true, questionnaire: true, contactIds: true, results: true }),
    fold: surveyStats,
  }),
  facets: ({ month, projectId, specialtyId, customerId }) => ({
    month,
    project: projectId,
    ...(specialtyId !== null && { specialty: specialtyId }),
    ...(customerId !== null && { customer: customerId }),
  }),
  filters: [projectFilter('record.field.project'), customerFilter('record.field.customer')],
  answeredIn: ['planned', 'collecting'],
  department: ({ departmentId }) => departmentId,
  posts: [
    {
      label: projectSurveyWords.role.lead,
      holders: ({ data, open }) => (open ? [data.leadId] : []),
      replace: ({ data }, from, to) => (data.leadId === from ? { ...data, leadId: to } : data),
    },
  ],
  inChannels: false,
  initialState: 'planned',
  states: {
    planned: {
      owner: lead,
      due: { kind: 'day', day: ({ dueDay }) => dueDay },
      extendedBy: qualityManager,
      tone: 'action',
    },
    collecting: { owner: lead, due: { kind: 'day', day: ({ dueDay }) => dueDay }, tone: 'neutral' },
    collected: {
      owner: qualityManager,
      due: { kind: 'workingDays', days: ({ settings }) => settings.surveys.submitDays },
      tone: 'action',
    },
    submitted: { final: true, tone: 'good' },
    cancelled: { final: true, tone: 'muted' },
  },
  moves: projectSurveyMoves,
  creation: creation<ProjectSurveyData, Planned>({
    asks: newSurveyForm,
    initial: ({ project: projectId, specialty: said }, { org, now }) => {
      const project = org.project(projectId);
      const specialty = project?.specialties.find(({ id }) => id === said);
      const { zone, language } = org.siteOfDepartment(project?.department ?? '');
      const day = dayOf(now, zone);
      const names = [project?.name, specialty?.name].flatMap((name) => (name ? [nameOf(name, language)] : []));
      return {
        title: [...names, day.slice(0, 7)].join(' · ').slice(0, 200),
        month: day.slice(0, 7),
        projectId,
        specialtyId: specialty?.id ?? null,
        customerId: project?.customer ?? null,
        departmentId: project?.department ?? null,
        leadId: specialty?.lead ?? project?.lead ?? '',
        plannedAt: now.toISOString(),
        dueDay: dueDayOf(day, org.settings.surveys.dueDay),
        contactIds: [],
        invitations: [],
        results: [],
      };
    },
  }),
  body: projectSurveyBody,
});
