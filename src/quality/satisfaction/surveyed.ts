import { z } from 'zod';
import { keptQuestionnaireSchema } from '../../org/customers/questionnaire-shape.ts';

const id = z.string().max(60);

/** What an invitation takes over from the survey that it is for, whatever its type. */
export const surveyedSchema = z.object({
  projectId: id.nullish().transform((given) => given ?? null),
  specialtyId: id.nullish().transform((given) => given ?? null),
  departmentId: id.nullable(),
  leadId: id,
  questionnaire: keptQuestionnaireSchema,
});

/** Under what the one invitation of a contact in a month is raised, whichever survey asks first. */
export const invitationOrigin = (month: string, contactId: string): string => `surveyInvitation:${month}:${contactId}`;
