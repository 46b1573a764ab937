import { dayOf, shiftDay } from '../../calendar/day.ts';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import { reasonForm } from '../../records/declaration/word-forms.ts';
import { signal } from '../../records/shape/contract.ts';
import { contracts } from '../contracts.ts';
import { invite } from '../satisfaction/invite.ts';
import { figuresOf, withResult } from '../satisfaction/survey-results.ts';
import { invitationOrigin } from '../satisfaction/surveyed.ts';
import type { CompanySurveyData } from './company-survey-data.ts';
import { closeForm } from './company-survey-forms.ts';
import { qualityManager } from './company-survey-roles.ts';
import { move, moveWith } from './declare.ts';
import { planMoves } from './plan-moves.ts';
import { companySurveyWords } from './words.ts';

/** Every sampled contact still with the customer gets the month's page, with this survey on it. */
const send = move({
  from: ['ready'],
  to: 'collecting',
  by: [qualityManager],
  style: 'primary',
  apply({ data }, _nothing, { org, now }) {
    const { questionnaires, surveys } = org.settings;
    const questionnaire = questionnaires.find(({ id }) => id === surveys.yearlyQuestionnaire) ?? questionnaires[0];
    const today = dayOf(now, org.siteOfDepartment(data.departmentId ?? '').zone);
    return {
      ...data,
      contactIds: data.contactIds.filter((id) => org.contact(id)?.contact.active),
      ...(questionnaire && { questionnaire }),
      sentAt: now.toISOString(),
      month: today.slice(0, 7),
      closeDay: shiftDay(today, surveys.yearlyDays),
    };
  },
  followUps: ({ data, number }) => data.contactIds.flatMap((id) => invite(number, data.month ?? '', id)),
});

const answered = moveWith({
  from: ['collecting', 'closed', 'cancelled'],
  by: [],
  draft: true,
  input: contracts.companySurvey.answered.input,
  apply: ({ data, state }, result) =>
    state === 'collecting' ? { ...data, results: withResult(data.results, result) } : data,
});

const closings = ({ data, number }: { data: CompanySurveyData; number: string }): FollowUp[] =>
  data.month === undefined
    ? []
    : data.contactIds.map((id) =>
        signal(
          contracts.surveyInvitation.close,
          { origin: invitationOrigin(data.month ?? '', id) },
          { survey: number },
        ),
      );

/** The survey is over; its figures are final. */
const close = moveWith({
  from: ['collecting'],
  to: 'closed',
  by: [qualityManager],
  asks: closeForm,
  closes: true,
  apply: ({ data }, { comment }, { now }) => ({
    ...data,
    closedAt: now.toISOString(),
    ...(comment !== undefined && { comment }),
    ...(data.questionnaire && { figures: figuresOf(data.questionnaire, data.contactIds.length, data.results) }),
  }),
  followUps: closings,
});

const cancel = moveWith({
  from: ['planning', 'approval', 'ready', 'collecting'],
  to: 'cancelled',
  by: [qualityManager],
  asks: reasonForm(companySurveyWords.reason.cancel),
  style: 'danger',
  secondary: true,
  closes: true,
  apply: ({ data }, { reason }) => ({ ...data, cancellation: reason }),
  followUps: closings,
});

/** The moves of the yearly survey. */
export const companySurveyMoves = { ...planMoves, send, close, cancel, answered };
