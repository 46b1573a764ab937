import { z } from 'zod';
import { keptQuestionnaireSchema } from '../../org/customers/questionnaire-shape.ts';
import { freeText } from '../../records/shape/free-text.ts';
import { surveyFiguresSchema, surveyResultSchema } from '../satisfaction/survey-results.ts';

const id = z.string().max(60);
const instant = z.iso.datetime();

/** The monthly survey of one specialty of a project (R27, R39): run by 专业负责人, submitted by the QED manager (requirements, note 2). */
export const projectSurveyData = z.object({
  /** Its title: project, specialty and month. */
  title: freeText(200),
  /** `YYYY-MM`. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  projectId: id,
  /** Null for a project without specialties of its own. */
  specialtyId: id.nullable(),
  customerId: id.nullable(),
  departmentId: id.nullable(),
  leadId: id,
  plannedAt: instant,
  /** The day by whose end answers are due. */
  dueDay: z.string().max(10),
  /** As it was when sent. */
  questionnaire: keptQuestionnaireSchema.optional(),
  sentAt: instant.optional(),
  /** The contacts it asks. */
  contactIds: z.array(id).max(200),
  /** Each contact's invitation. */
  invitations: z.array(z.object({ contactId: id, number: id })).max(200),
  results: z.array(surveyResultSchema).max(200),
  collectedAt: instant.optional(),
  /** `none`: nobody answered, which is a valid outcome. */
  outcome: z.enum(['answers', 'none']).optional(),
  returned: freeText(1000).optional(),
  /** The QED manager's comment. */
  comment: freeText(1000).optional(),
  submittedAt: instant.optional(),
  figures: surveyFiguresSchema.optional(),
  cancellation: freeText(1000).optional(),
});
export type ProjectSurveyData = z.output<typeof projectSurveyData>;
