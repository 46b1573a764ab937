import { z } from 'zod';
import { locales } from '../../i18n/locale.ts';
import { keptQuestionnaireSchema } from '../../org/customers/questionnaire-shape.ts';
import { freeText } from '../../records/shape/free-text.ts';
import { surveyAnswersSchema } from '../satisfaction/survey-answers.ts';

const id = z.string().max(60);
const instant = z.iso.datetime();

/** How answers came: on the page that a link opens, on the telephone, on paper, or said otherwise to staff. */
export const answerWays = ['link', 'phone', 'paper', 'staff'] as const;
export const letterOutcomes = ['sent', 'refused', 'later', 'unknown', 'byHand'] as const;

/** One survey's questions on the page of a contact. */
const partSchema = z.object({
  /** The survey's number. */
  survey: id,
  projectId: id.nullable(),
  specialtyId: id.nullable(),
  departmentId: id.nullable(),
  /** Who carries the survey out. */
  leadId: id,
  /** Which of `forms` it asks. */
  form: z.number().int().min(0),
  open: z.boolean(),
  answers: surveyAnswersSchema.optional(),
  answeredAt: instant.optional(),
  via: z.enum(answerWays).optional(),
  /** Who of ours wrote them down. */
  by: id.optional(),
  /** The version in which a low rating was proposed as a finding: once. */
  proposedIn: z.number().int().optional(),
});
export type Part = z.output<typeof partSchema>;

/** What one contact is asked in a month, whatever the number of surveys: one page, and one letter with at most two reminders. */
export const surveyInvitationData = z.object({
  /** `YYYY-MM`. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  contactId: id,
  /** The contact's name when they were asked. */
  contactName: freeText(120),
  customerId: id.nullable(),
  language: z.enum(locales),
  invitedAt: instant,
  /** Questionnaires as they were when they were sent, each once. */
  forms: z.array(keptQuestionnaireSchema).max(20),
  parts: z.array(partSchema).max(60),
  /** The version in which the first letter was asked for. */
  askedIn: z.number().int().optional(),
  /** What became of each letter. */
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

/** Who is asked in a month, as a survey says it. */
export const askedContact = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), contactId: z.string().max(60) });

/** The parts that still take answers. */
export const openParts = ({ parts }: SurveyInvitationData): Part[] => parts.filter(({ open }) => open);

/** Whether everything that can be answered is. */
export const isAnswered = (data: SurveyInvitationData): boolean =>
  openParts(data).every(({ answers }) => answers !== undefined);

/** Where the parts leave it: closed with the last of them. */
export function stateOf(data: SurveyInvitationData): 'asked' | 'answered' | 'closed' {
  if (openParts(data).length === 0) return 'closed';
  return isAnswered(data) ? 'answered' : 'asked';
}
