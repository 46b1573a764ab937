import { translate } from '../../i18n/translate.ts';
import { overallOf } from '../../org/customers/questionnaire-shape.ts';
import type { Organisation } from '../../org/organisation.ts';
import { nameOf } from '../../org/organisation.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { followLowScore, isLow, type LowScore } from '../satisfaction/low-score.ts';
import type { Part, SurveyInvitationData } from './survey-invitation-data.ts';
import { surveyInvitationWords } from './words.ts';

type Invitation = RecordOf<SurveyInvitationData>;

/** Whether QED must look at the overall rating of a part. */
export function isLowPart(
  part: Part | undefined,
  { forms }: Pick<SurveyInvitationData, 'forms'>,
  org: Organisation,
): boolean {
  const form = forms[part?.form ?? -1];
  return isLow(part?.answers?.ratings[(form && overallOf(form)) ?? ''], org);
}

/** What follows from each rating that became low, or no longer is. */
export function proposeLowRatings(before: Invitation | null, after: Invitation, { org }: RecordContext): FollowUp[] {
  return after.data.parts.flatMap((part, index) => {
    const earlier = before?.data.parts[index];
    const wasLow = isLowPart(earlier, after.data, org);
    const turn = { wasLow, isLow: isLowPart(part, after.data, org), known: earlier?.proposedIn !== undefined };
    return followLowScore(turn, () => proposedFor(after, index, org));
  });
}

/** The finding proposed for a low rating, in the language of the company's first site: QED reads it and may reword it. */
function proposedFor({ data, number }: Invitation, index: number, org: Organisation): LowScore {
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
  return {
    number: `${number}-P${index + 1}`,
    about: number,
    title: translate(locale, surveyInvitationWords.proposal.title, params),
    projectId: part?.projectId ?? null,
    customerId: data.customerId,
    departmentId: part?.departmentId ?? null,
    facts: [
      translate(locale, surveyInvitationWords.proposal.facts, params),
      ...Object.values(part?.answers?.texts ?? {}),
    ],
  };
}
