import { locales } from '../../i18n/locale.ts';
import { translate } from '../../i18n/translate.ts';
import type { Questionnaire } from '../../org/customers/questionnaire-shape.ts';
import { feedbackQuestions } from '../../org/customers/satisfaction-questionnaire.ts';
import type { NamePair } from '../../org/organisation.ts';
import {
  type SurveyInvitationData,
  surveyInvitationData,
} from '../../quality/survey-invitation/survey-invitation-data.ts';
import { type VisitData, visitData } from '../../quality/visit/visit-data.ts';
import { visitWords } from '../../quality/visit/words.ts';
import type { FactRow } from '../../records/declaration/figures.ts';
import type { Facts, TimeRange } from '../../records/store/facts-repository.ts';
import { isInScope, type ServiceScope } from '../scope.ts';

/** 客户反馈信息 (R41): what one customer said about the service level, and which new services they want. */
export interface Feedback {
  /** The visit or survey invitation that contains it. */
  readonly number: string;
  readonly customerId: string | null;
  readonly projectId: string | null;
  /** ISO instant that decides which period it counts in. */
  readonly at: string;
  /** The customer's answer on whether the SLA is met; `missed` if they said it is not. */
  readonly sla: { readonly text: NamePair; readonly missed: boolean } | null;
  readonly note: string | null;
  readonly newServices: string | null;
}

const visitParts = visitData.pick({ customerId: true, dueDay: true, onDay: true, feedback: true });
const invitedParts = surveyInvitationData.pick({ customerId: true, invitedAt: true, forms: true, parts: true });

/**
 * Reads the feedback from visits and surveys in a span, worst first, then latest: visits count by their day, surveys by when they were sent.
 * Restricted records are left out; a visit belongs to no project.
 */
export async function readFeedback(span: TimeRange, facts: Facts, scope: ServiceScope): Promise<readonly Feedback[]> {
  const visits = await facts.between('visit', span, visitParts);
  const invitations = await facts.between('surveyInvitation', span, invitedParts);
  return [
    ...visits.filter(({ restricted }) => !restricted).flatMap(ofVisit),
    ...invitations.filter(({ restricted }) => !restricted).flatMap(ofInvitation),
  ]
    .filter(isInScope(scope))
    .sort((left, right) => rank(left) - rank(right) || (left.at < right.at ? 1 : -1));
}

const rank = ({ sla }: Feedback) => (sla?.missed ? 0 : 1);

type Visited = Pick<VisitData, 'customerId' | 'dueDay' | 'onDay' | 'feedback'>;

function ofVisit({ number, data }: FactRow<Visited>): Feedback[] {
  const { customerId, dueDay, onDay, feedback } = data;
  if (!feedback) return [];
  const [zh, en] = locales.map((locale) => translate(locale, visitWords.sla[feedback.sla]));
  return [
    {
      number,
      customerId,
      projectId: null,
      at: `${onDay ?? dueDay}T00:00:00.000Z`,
      sla: { text: { zh: zh ?? '', en: en ?? '' }, missed: feedback.sla === 'notMet' },
      note: feedback.slaNote ?? null,
      newServices: feedback.newServices ?? null,
    },
  ];
}

type Invited = Pick<SurveyInvitationData, 'customerId' | 'invitedAt' | 'forms' | 'parts'>;

function ofInvitation({ number, data }: FactRow<Invited>): Feedback[] {
  return data.parts.flatMap(({ answers, form, projectId }) => {
    const [chosen] = answers?.choices[feedbackQuestions.sla] ?? [];
    const newServices = answers?.texts[feedbackQuestions.newServices] ?? null;
    const sla = chosen === undefined ? null : slaOf(chosen, data.forms[form]);
    if (!sla && newServices === null) return [];
    const { customerId, invitedAt } = data;
    return [{ number, customerId, projectId, at: invitedAt, sla, note: null, newServices }];
  });
}

function slaOf(chosen: string, asked: Questionnaire | undefined): Feedback['sla'] {
  const question = asked?.questions.find(({ id }) => id === feedbackQuestions.sla);
  const option = question?.kind === 'choice' ? question.options.find(({ id }) => id === chosen) : undefined;
  return option ? { text: option.text, missed: chosen === 'notMet' } : null;
}
