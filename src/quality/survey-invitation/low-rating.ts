import { translate } from '../../i18n/translate.ts';
import type { Organisation } from '../../org/organisation.ts';
import { nameOf } from '../../org/organisation.ts';
import { overallOf, type Questionnaire } from '../../org/served/questionnaire-shape.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordOf } from '../../records/record.ts';
import type { SurveyAnswers } from '../satisfaction/survey-answers.ts';
import type { SurveyInvitationData } from './survey-invitation-data.ts';

/** Whether the overall rating is one that QED is to look at. */
export function isLow(
  { ratings }: SurveyAnswers,
  form: Questionnaire | undefined,
  { settings }: Organisation,
): boolean {
  const overall = form && overallOf(form);
  const rating = overall === undefined ? undefined : ratings[overall];
  return rating !== undefined && rating <= settings.lowScore;
}

/** The finding that a low rating proposes, in the language of the company's first site: QED reads it, and may word it anew. */
export function proposalOf(
  { data, number }: RecordOf<SurveyInvitationData>,
  index: number,
  org: Organisation,
): FollowUp {
  const part = data.parts[index];
  const form = data.forms[part?.form ?? -1];
  const locale = org.sites[0]?.language ?? 'zh-CN';
  const project = org.project(part?.projectId ?? '');
  const customer = org.customer(data.customerId ?? '');
  const about = project ?? customer;
  const overall = form && overallOf(form);
  const params = {
    about: about ? nameOf(about.name, locale) : number,
    score: part?.answers?.ratings[overall ?? ''] ?? '',
    survey: part?.survey ?? '',
  };
  const said = Object.values(part?.answers?.texts ?? {}).join('\n');
  return {
    kind: 'raise',
    type: 'proposal',
    number: `${number}-P${index + 1}`,
    input: {
      cause: 'lowScore',
      about: number,
      title: translate(locale, 'surveyInvitation.proposal.title', params).slice(0, 200),
      projectId: part?.projectId ?? null,
      customerId: data.customerId,
      departmentId: part?.departmentId ?? null,
      facts: [translate(locale, 'surveyInvitation.proposal.facts', params), said].join('\n').trim().slice(0, 1000),
    },
  };
}
