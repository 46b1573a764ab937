import { overallOf, type Questionnaire } from '../../org/customers/questionnaire-shape.ts';
import type { Organisation } from '../../org/organisation.ts';
import { callBackData } from '../../quality/call-back/call-back-data.ts';
import { companySurveyData } from '../../quality/company-survey/company-survey-data.ts';
import { projectSurveyData } from '../../quality/project-survey/project-survey-data.ts';
import { scoreSchema } from '../../quality/satisfaction/score.ts';
import { surveyInvitationData } from '../../quality/survey-invitation/survey-invitation-data.ts';
import type { FactRow } from '../../records/declaration/figures.ts';
import type { TimeRange } from '../../records/store/facts-repository.ts';
import type { FactsContext } from '../figures-context.ts';
import type { Voice } from './compute.ts';

/** A customer's answer to a rating question. */
export interface QuestionVoice {
  readonly id: string;
  readonly text: { readonly zh: string; readonly en: string };
  readonly score: Voice['score'];
}

/** What customers said in a period about services and in surveys. Restricted records are left out. */
export interface SatisfactionRows {
  readonly services: readonly Voice[];
  /** How many finished services a rating was due for. */
  readonly owed: number;
  readonly surveys: readonly Voice[];
  readonly questions: readonly QuestionVoice[];
  /** How many contacts were asked in surveys, and how many of them answered. */
  readonly invited: number;
  readonly answered: number;
  /** Survey comments, each with the rating given alongside. */
  readonly remarks: readonly Voice[];
}

const calledParts = callBackData.pick({
  projectId: true,
  customerId: true,
  since: true,
  answer: true,
  exemption: true,
  voidedAt: true,
});
const projectParts = projectSurveyData.pick({
  projectId: true,
  specialtyId: true,
  customerId: true,
  plannedAt: true,
  questionnaire: true,
  contactIds: true,
  results: true,
  sentAt: true,
});
const companyParts = companySurveyData.pick({
  plannedAt: true,
  questionnaire: true,
  contactIds: true,
  results: true,
  sentAt: true,
});
const invitedParts = surveyInvitationData.pick({ invitedAt: true, customerId: true, forms: true, parts: true });

/** The department, project and customer of a service or survey. */
export interface Belonging {
  readonly departmentId: string | null;
  readonly projectId: string | null;
  readonly customerId: string | null;
}
type IsWanted = (whose: Belonging) => boolean;

type SurveyRow = FactRow<ReturnType<typeof companyParts.parse>>;

/** Reads what customers said in a span: services count by their resolution, surveys by their start. */
export async function readSatisfaction(
  span: TimeRange,
  { facts, org }: Pick<FactsContext, 'facts' | 'org'>,
  isWanted: IsWanted = () => true,
): Promise<SatisfactionRows> {
  const called = (await facts.between('callBack', span, calledParts)).filter(
    ({ departmentId, data, restricted }) =>
      isWanted({ ...data, departmentId }) && !restricted && data.exemption === undefined && data.voidedAt === undefined,
  );
  const services = called.flatMap(({ number, data: { answer, ...data } }): Voice[] =>
    answer
      ? [
          {
            score: answer.score,
            customerId: data.customerId,
            projectId: data.projectId,
            specialtyId: null,
            number,
            at: data.since,
            comment: answer.comment ?? null,
          },
        ]
      : [],
  );
  const projectSurveys = (await facts.between('projectSurvey', span, projectParts)).filter(
    (row) => isSent(row) && isWanted({ ...row.data, departmentId: row.departmentId }),
  );
  const companySurveys = (await facts.between('companySurvey', span, companyParts))
    .filter(isSent)
    .map((row) => ofWanted(row, org, isWanted));
  const invitations = await facts.between('surveyInvitation', span, invitedParts);
  const all = [...projectSurveys, ...companySurveys];
  return {
    services,
    owed: called.length,
    surveys: [
      ...projectSurveys.flatMap((row) => voicesOf(row, () => row.data)),
      ...companySurveys.flatMap((row) => voicesOf(row, (contactId) => ofContact(contactId, org))),
    ],
    questions: all.flatMap(questionsOf),
    invited: all.reduce((sum, { data }) => sum + data.contactIds.length, 0),
    answered: all.reduce((sum, { data }) => sum + data.results.length, 0),
    remarks: invitations.flatMap((row) => remarksOf(row, isWanted)),
  };
}

const isSent = ({ state, restricted, data }: SurveyRow) =>
  !restricted && state !== 'cancelled' && data.sentAt !== undefined;

/** A company-wide survey, reduced to the contacts in scope. */
function ofWanted(row: SurveyRow, org: Organisation, isWanted: IsWanted): SurveyRow {
  const { departmentId } = row;
  const isAsked = (contactId: string) => isWanted({ ...ofContact(contactId, org), departmentId });
  const contactIds = row.data.contactIds.filter(isAsked);
  const results = row.data.results.filter(({ contactId }) => isAsked(contactId));
  return { ...row, data: { ...row.data, contactIds, results } };
}

type Whose = Pick<Voice, 'customerId' | 'projectId' | 'specialtyId'>;

const ofContact = (contactId: string, org: Organisation): Whose => ({
  customerId: org.contact(contactId)?.customer.id ?? null,
  projectId: null,
  specialtyId: null,
});

/** The overall rating of each contact who answered. */
function voicesOf({ number, data }: SurveyRow, whose: (contactId: string) => Whose): Voice[] {
  const overall = data.questionnaire && overallOf(data.questionnaire);
  return data.results.flatMap(({ contactId, ratings }) => {
    const score = scoreSchema.safeParse(overall === undefined ? undefined : ratings[overall]).data;
    if (score === undefined) return [];
    const { customerId, projectId, specialtyId } = whose(contactId);
    return [{ score, customerId, projectId, specialtyId, number, at: data.plannedAt, comment: null }];
  });
}

function questionsOf({ data }: SurveyRow): QuestionVoice[] {
  return data.results.flatMap(({ ratings }) =>
    ratedIn(data.questionnaire).flatMap(({ id, text }) => {
      const score = scoreSchema.safeParse(ratings[id]).data;
      return score === undefined ? [] : [{ id, text, score }];
    }),
  );
}

const ratedIn = (questionnaire: Questionnaire | undefined) =>
  questionnaire?.questions.filter(({ kind }) => kind === 'rating') ?? [];

function remarksOf(
  { number, restricted, data }: FactRow<ReturnType<typeof invitedParts.parse>>,
  isWanted: IsWanted,
): Voice[] {
  if (restricted) return [];
  return data.parts.flatMap(({ answers, form, projectId, specialtyId, departmentId }) => {
    if (!isWanted({ departmentId, projectId, customerId: data.customerId })) return [];
    const asked = data.forms[form];
    const overall = asked && overallOf(asked);
    const score = scoreSchema.safeParse(overall === undefined ? undefined : answers?.ratings[overall]).data;
    const comment = Object.values(answers?.texts ?? {})
      .filter((text) => text.trim() !== '')
      .join('\n');
    if (score === undefined || comment === '') return [];
    return [{ score, customerId: data.customerId, projectId, specialtyId, number, at: data.invitedAt, comment }];
  });
}
