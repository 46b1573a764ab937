import { z } from 'zod';
import { keptQuestionnaireSchema } from '../../org/customers/questionnaire-shape.ts';

const id = z.string().max(60);

/** What an invitation copies from its survey, of either type. */
export const surveyedSchema = z.object({
  projectId: id.nullish().transform((given) => given ?? null),
  specialtyId: id.nullish().transform((given) => given ?? null),
  departmentId: id.nullable(),
  leadId: id,
  questionnaire: keptQuestionnaireSchema,
});

/** The origin of a contact's one invitation in a month, whichever survey asks first. */
export const invitationOrigin = (month: string, contactId: string): string => `surveyInvitation:${month}:${contactId}`;
