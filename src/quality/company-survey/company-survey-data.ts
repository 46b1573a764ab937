import { z } from 'zod';
import { keptQuestionnaireSchema } from '../../org/customers/questionnaire-shape.ts';
import { freeText } from '../../records/shape/free-text.ts';
import { surveyFiguresSchema, surveyResultSchema } from '../satisfaction/survey-results.ts';

const id = z.string().max(60);
const instant = z.iso.datetime();

/** The yearly survey of the whole company (R28): its sample covers every major customer and every project, or gives a reason. */
export const companySurveyData = z.object({
  year: z.number().int().min(2000).max(2199),
  plannerId: id.nullable(),
  plannedAt: instant,
  departmentId: id.nullable(),
  /** For invitations: the lead of the survey. */
  leadId: id,
  dueDay: z.string().max(10),
  /** The contacts in the sample. */
  contactIds: z.array(id).max(3000),
  /** Why contacts who should be asked are left out. */
  gapReason: freeText(1000).optional(),
  returned: freeText(1000).optional(),
  /** Who approved a plan with a gap. */
  approvedBy: id.optional(),
  questionnaire: keptQuestionnaireSchema.optional(),
  /** `YYYY-MM`: the month whose pages include it. */
  month: z.string().max(7).optional(),
  sentAt: instant.optional(),
  closeDay: z.string().max(10).optional(),
  results: z.array(surveyResultSchema).max(3000),
  closedAt: instant.optional(),
  comment: freeText(1000).optional(),
  figures: surveyFiguresSchema.optional(),
  cancellation: freeText(1000).optional(),
});
export type CompanySurveyData = z.output<typeof companySurveyData>;
