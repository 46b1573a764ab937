import { z } from 'zod';
import { locales } from '../../i18n/locale.ts';
import { keptQuestionnaireSchema } from '../../org/customers/questionnaire-shape.ts';
import { freeText } from '../../records/shape/free-text.ts';
import { surveyAnswersSchema } from '../satisfaction/survey-answers.ts';

const id = z.string().max(60);
const instant = z.iso.datetime();

/** How answers came in: on the page behind a link, by telephone, on paper, or otherwise through staff. */
export const answerWays = ['link', 'phone', 'paper', 'staff'] as const;
export const letterOutcomes = ['sent', 'refused', 'later', 'unknown', 'byHand'] as const;

/** One survey's questions on a contact's page. */
const partSchema = z.object({
  /** The survey's number. */
  survey: id,
  projectId: id.nullable(),
  specialtyId: id.nullable(),
  departmentId: id.nullable(),
  /** The survey's lead. */
  leadId: id,
  /** Index of its questionnaire in `forms`. */
  form: z.number().int().min(0),
  open: z.boolean(),
  answers: surveyAnswersSchema.optional(),
  answeredAt: instant.optional(),
  via: z.enum(answerWays).optional(),
  /** Which of our people entered them. */
  by: id.optional(),
  /** The version in which a low rating proposed a finding: once. */
  proposedIn: z.number().int().optional(),
});
export type Part = z.output<typeof partSchema>;

/** Everything asked of one contact in a month, for any number of surveys: one page, and one letter with at most two reminders. */
export const surveyInvitationData = z.object({
  /** `YYYY-MM`. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  contactId: id,
  /** The contact's name at the time. */
  contactName: freeText(120),
  customerId: id.nullable(),
  language: z.enum(locales),
  invitedAt: instant,
  /** Questionnaires as they were when sent, without duplicates. */
  forms: z.array(keptQuestionnaireSchema).max(20),
  parts: z.array(partSchema).max(60),
  /** The version in which the first letter was requested. */
  askedIn: z.number().int().optional(),
  /** The outcome of each letter. */
  letters: z
    .array(
      z.object({
        letter: z.string().max(20),
        at: instant,
        way: z.enum(['mail', 'sms']).optional(),
        outcome: z.enum(letterOutcomes),
        reason: z.string().max(100).optional(),
      }),
    )
    .max(20),
  /** Who took the text and the code to send them by hand. */
  shares: z.array(z.object({ by: id, at: instant })).max(50),
  reminders: z.array(instant).max(10),
  declined: freeText(1000).optional(),
});
export type SurveyInvitationData = z.output<typeof surveyInvitationData>;

/** The contact and month, as a survey specifies them. */
export const askedContact = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), contactId: z.string().max(60) });

/** The parts that still accept answers. */
export const openParts = ({ parts }: SurveyInvitationData): Part[] => parts.filter(({ open }) => open);

/** Whether every open part is answered. */
export const isAnswered = (data: SurveyInvitationData): boolean =>
  openParts(data).every(({ answers }) => answers !== undefined);

/** The state implied by the parts: closed once all of them are. */
export function stateOf(data: SurveyInvitationData): 'asked' | 'answered' | 'closed' {
  if (openParts(data).length === 0) return 'closed';
  return isAnswered(data) ? 'answered' : 'asked';
}
