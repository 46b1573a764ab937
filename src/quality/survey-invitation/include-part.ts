import { isDeepStrictEqual } from 'node:util';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import { signal } from '../../records/shape/contract.ts';
import { contracts } from '../contracts.ts';
import { surveyedSchema } from '../satisfaction/surveyed.ts';
import { moveWith } from './declare.ts';
import { type SurveyInvitationData, stateOf } from './survey-invitation-data.ts';

/** The page with a survey's questions added. A part already there accepts answers again and keeps those it has. */
function withPart(data: SurveyInvitationData, survey: string, others: RecordContext['others']) {
  const surveyed = surveyedSchema.safeParse(others?.get(survey)?.data);
  if (!surveyed.success) return data;
  // A contact who declined is added to the survey's list, but not asked.
  const open = data.declined === undefined;
  if (data.parts.some((part) => part.survey === survey)) {
    return { ...data, parts: data.parts.map((part) => (part.survey === survey ? { ...part, open } : part)) };
  }
  const { questionnaire, ...about } = surveyed.data;
  const known = data.forms.findIndex((form) => isDeepStrictEqual(form, questionnaire));
  const forms = known === -1 ? [...data.forms, questionnaire] : data.forms;
  const form = known === -1 ? data.forms.length : known;
  return { ...data, forms, parts: [...data.parts, { survey, ...about, form, open }] };
}

/** A survey asks this contact: its questions are added to the month's page, and only the first one triggers a letter. */
export const include = moveWith({
  from: ['asked', 'answered', 'closed'],
  to: {
    oneOf: ['asked', 'answered', 'closed'],
    choose: ({ data }, { survey }, { others }) => stateOf(withPart(data, survey, others)),
  },
  by: [],
  input: contracts.surveyInvitation.include.input,
  names: ({ survey }) => [survey],
  apply: ({ data, version }, { survey }, { others }) => ({
    ...withPart(data, survey, others),
    askedIn: data.askedIn ?? version + 1,
  }),
  followUps: ({ data, version, number }, { survey }) => [
    ...(data.askedIn === version ? [{ kind: 'letter' as const, contactId: data.contactId, letter: 'invitation' }] : []),
    // The yearly survey asks hundreds and lists them itself: it is only notified of answers.
    ...(data.parts.some((part) => part.survey === survey && part.projectId !== null)
      ? [signal(contracts.projectSurvey.invited, { number: survey }, { contactId: data.contactId, number })]
      : []),
  ],
});
