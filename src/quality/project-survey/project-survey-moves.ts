import type { FollowUp } from '../../records/declaration/follow-up.ts';
import { reasonForm } from '../../records/declaration/word-forms.ts';
import { movesOf } from '../../records/define-record.ts';
import { signal } from '../../records/shape/contract.ts';
import { contracts } from '../contracts.ts';
import { invite } from '../satisfaction/invite.ts';
import { figuresOf, withResult } from '../satisfaction/survey-results.ts';
import type { ProjectSurveyData } from './project-survey-data.ts';
import { addContactForm, othersToAsk, submitForm } from './project-survey-forms.ts';
import { lead, operations, qualityManager } from './project-survey-roles.ts';
import { projectSurveyWords } from './words.ts';

const { move, moveWith } = movesOf<ProjectSurveyData, typeof projectSurveyWords>();

/** Every contact of the project gets the month's page, with this survey on it, and is notified by any channel that reaches them. */
const send = move({
  from: ['planned'],
  to: 'collecting',
  by: [lead, operations],
  style: 'primary',
  check: ({ data }, _nothing, { org }) =>
    org.contactsOf(data.projectId).length > 0 ? null : { key: projectSurveyWords.refusal.noContacts },
  apply({ data }, _nothing, { org, now }) {
    const { questionnaires, surveys } = org.settings;
    const questionnaire = questionnaires.find(({ id }) => id === surveys.monthlyQuestionnaire) ?? questionnaires[0];
    const contactIds = org.contactsOf(data.projectId).map(({ id }) => id);
    return { ...data, ...(questionnaire && { questionnaire }), sentAt: now.toISOString(), contactIds };
  },
  followUps: ({ data, number }) => data.contactIds.flatMap((id) => invite(number, data.month, id)),
});

const addContact = moveWith({
  from: ['collecting'],
  by: [lead, operations],
  asks: addContactForm,
  secondary: true,
  check: (record, { contact }, { org }) =>
    othersToAsk(record, org).some(({ id }) => id === contact) ? null : { key: 'form.chooseOne' },
  apply: ({ data }, { contact }) => ({ ...data, contactIds: [...data.contactIds, contact] }),
  followUps: ({ data, number }, { contact }) => invite(number, data.month, contact),
});

/** A contact's page includes this survey. */
const invited = moveWith({
  from: ['collecting', 'collected', 'submitted', 'cancelled'],
  by: [],
  draft: true,
  input: contracts.projectSurvey.invited.input,
  apply: ({ data }, one) =>
    data.invitations.some(({ contactId }) => contactId === one.contactId)
      ? data
      : { ...data, invitations: [...data.invitations, one] },
});

/** A contact answered, or changed the answers; a submitted survey stays as it was. */
const answered = moveWith({
  from: ['collecting', 'collected', 'submitted', 'cancelled'],
  by: [],
  input: contracts.projectSurvey.answered.input,
  apply: ({ data, state }, result) =>
    state === 'submitted' ? data : { ...data, results: withResult(data.results, result) },
});

const closings = ({ data, number }: { data: ProjectSurveyData; number: string }): FollowUp[] =>
  data.invitations.map((one) => signal(contracts.surveyInvitation.close, { number: one.number }, { survey: number }));

/** Collection is over; no answers is a valid outcome. Ended by the lead, or by the clock after the due day. */
const collected = {
  from: ['collecting'] as const,
  to: 'collected' as const,
  apply: ({ data }: { data: ProjectSurveyData }, _nothing: undefined, { now }: { now: Date }): ProjectSurveyData => ({
    ...data,
    collectedAt: now.toISOString(),
    outcome: data.results.length > 0 ? 'answers' : 'none',
  }),
};
const collect = move({ ...collected, by: [lead, operations] });
/** The lead may have ended it within the same minute; then nothing is left to do. */
const runOut = move({
  from: ['collecting', 'collected', 'submitted', 'cancelled'],
  to: { oneOf: ['collected'], choose: ({ state }) => (state === 'collecting' ? 'collected' : null) },
  by: [],
  apply: (record, nothing, who) =>
    record.state === 'collecting' ? collected.apply(record, nothing, who) : record.data,
});

const submit = moveWith({
  from: ['collected'],
  to: 'submitted',
  by: [qualityManager],
  asks: submitForm,
  style: 'primary',
  closes: true,
  apply: ({ data }, { comment }, { now }) => ({
    ...data,
    submittedAt: now.toISOString(),
    ...(comment !== undefined && { comment }),
    ...(data.questionnaire && { figures: figuresOf(data.questionnaire, data.contactIds.length, data.results) }),
  }),
  followUps: closings,
});

/** More answers are wanted: the pages reopen, and no one is written to again. */
const sendBack = moveWith({
  from: ['collected'],
  to: 'collecting',
  by: [qualityManager],
  asks: reasonForm(projectSurveyWords.reason.sendBack),
  nextRound: true,
  apply: ({ data }, { reason }) => {
    const { collectedAt: _before, outcome: _was, ...rest } = data;
    return { ...rest, returned: reason };
  },
});

const cancel = moveWith({
  from: ['planned', 'collecting'],
  to: 'cancelled',
  by: [qualityManager],
  asks: reasonForm(projectSurveyWords.reason.cancel),
  style: 'danger',
  secondary: true,
  closes: true,
  apply: ({ data }, { reason }) => ({ ...data, cancellation: reason }),
  followUps: closings,
});

/** The moves of a specialty's monthly survey. */
export const projectSurveyMoves = {
  send,
  addContact,
  collect,
  submit,
  sendBack,
  cancel,
  invited,
  answered,
  runOut,
};
