import { z } from 'zod';
import type { FollowUp } from '../../records/declaration/follow-up.ts';
import type { ActorContext } from '../../records/declaration/record-context.ts';
import { signal } from '../../records/shape/contract.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import { contracts } from '../contracts.ts';
import { readSurveyAnswers, type SurveyAnswers, surveyAnswersSchema } from '../satisfaction/survey-answers.ts';
import { moveWith } from './declare.ts';
import { byQuestion, type Entered, enterForm, firstToEnter } from './enter-form.ts';
import { isLowPart } from './low-rating.ts';
import { type Part, type SurveyInvitationData, stateOf } from './survey-invitation-data.ts';
import { lead, quality, serviceDesk } from './survey-invitation-roles.ts';
import { surveyInvitationWords } from './words.ts';

type Invitation = RecordOf<SurveyInvitationData>;
type How = Pick<Part, 'via' | 'by'>;

const given = z.object({
  answers: z
    .array(z.object({ survey: z.string().max(60), answers: surveyAnswersSchema }))
    .min(1)
    .max(60),
});

/** The invitation with answers replacing the earlier ones; closed parts keep theirs. */
function withAnswers(
  { data, version }: Invitation,
  answers: ReadonlyMap<string, SurveyAnswers>,
  how: How,
  { now, org }: ActorContext,
): SurveyInvitationData {
  const parts = data.parts.map((part): Part => {
    const said = answers.get(part.survey);
    if (!said || !part.open) return part;
    const { by: _before, ...rest } = part;
    const told = { ...rest, answers: said, answeredAt: now.toISOString(), ...how };
    const isNew = part.proposedIn === undefined && isLowPart(told, data, org);
    return { ...told, ...(isNew && { proposedIn: version + 1 }) };
  });
  return { ...data, parts };
}

/** Each survey is sent the ratings. */
function consequences({ data, number }: Invitation, surveys: readonly string[]): FollowUp[] {
  return data.parts.flatMap((part): FollowUp[] => {
    if (!surveys.includes(part.survey) || !part.open || !part.answers) return [];
    const { ratings } = part.answers;
    const input = { contactId: data.contactId, number, at: part.answeredAt ?? '', ratings };
    return [signal(contracts.projectSurvey.answered, { number: part.survey }, input)];
  });
}

/** The contact answers on the page behind their link. */
export const answer = moveWith({
  from: ['asked', 'answered'],
  to: {
    oneOf: ['asked', 'answered', 'closed'],
    choose: (record, input, circumstances) =>
      stateOf(withAnswers(record, answersOf(input), { via: 'link' }, { ...circumstances, actorId: null })),
  },
  by: [],
  input: given,
  apply: (record, input, who) => withAnswers(record, answersOf(input), { via: 'link' }, who),
  followUps: (after, { answers }) =>
    consequences(
      after,
      answers.map(({ survey }) => survey),
    ),
});

const answersOf = ({ answers }: z.output<typeof given>) => new Map(answers.map((one) => [one.survey, one.answers]));

/** Staff enter what the contact said or wrote, one survey at a time. */
export const enter = moveWith({
  from: ['asked', 'answered'],
  to: {
    oneOf: ['asked', 'answered', 'closed'],
    choose: (record, input, circumstances) =>
      stateOf(withAnswers(record, enteredOf(record, input), {}, { ...circumstances, actorId: null })),
  },
  by: [lead, serviceDesk, quality],
  asks: enterForm,
  style: 'primary',
  check(record, input) {
    const { part, form } = firstToEnter(record) ?? {};
    if (!part || !form) return { key: surveyInvitationWords.refusal.closed };
    const read = readSurveyAnswers(form, byQuestion(form, input));
    if (read.ok) return null;
    const [question = '', key] = Object.entries(read.errors)[0] ?? [];
    const at = form.questions.findIndex(({ id }) => id === question) + 1;
    return { key: surveyInvitationWords.refusal.answer, params: { at, problem: { message: key ?? '' } } };
  },
  apply: (record, input, who) =>
    withAnswers(
      record,
      enteredOf(record, input),
      { via: input.via, ...(who.actorId !== null && { by: who.actorId }) },
      who,
    ),
  followUps: (after) => {
    const at = after.updatedAt.toISOString();
    const entered = after.data.parts.filter(({ answeredAt }) => answeredAt === at).map(({ survey }) => survey);
    return consequences(after, entered);
  },
  next: ({ state }) => (state === 'asked' ? 'enter' : null),
});

function enteredOf(record: Invitation, input: Entered): Map<string, SurveyAnswers> {
  const { part, form } = firstToEnter(record) ?? {};
  const read = form && readSurveyAnswers(form, byQuestion(form, input));
  return new Map(part && read?.ok ? [[part.survey, read.answers]] : []);
}
