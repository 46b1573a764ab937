import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';
import { scoreSchema } from '../satisfaction/score.ts';

const id = z.string().max(60);
const share = z.object({ met: z.number().int(), of: z.number().int() });
const figures = z.object({ satisfied: share, mean: z.number().nullable(), outOf100: z.number().nullable() });
const part = z.object({ id, figures });

/** More parts than this no report lists; the least satisfied come first. */
export const MOST_PARTS = 60;
/** More comments than this no report quotes; the worst come first. */
export const MOST_COMMENTS = 20;

/**
 * The figures that a report is written about, as they were when it was handed in: of services (call-backs and pages) and of surveys apart, with the
 * period before; by customer, project, specialty and question; by month; and what customers said.
 */
export const reportFiguresSchema = z.object({
  services: figures,
  servicesBefore: figures,
  /** Rated services of those that were over. */
  rated: share,
  surveys: figures,
  surveysBefore: figures,
  /** Answers of those asked. */
  answered: share,
  customers: z.array(part).max(MOST_PARTS),
  projects: z.array(part).max(MOST_PARTS),
  specialties: z.array(part.extend({ projectId: id })).max(MOST_PARTS),
  questions: z.array(z.object({ id, text: z.object({ zh: z.string(), en: z.string() }), figures })).max(MOST_PARTS),
  /** By the first day of each month. */
  months: z.array(z.object({ first: z.string().max(10), services: share, surveys: share })).max(12),
  comments: z.array(z.object({ score: scoreSchema, number: id, text: freeText(300) })).max(MOST_COMMENTS),
});
export type ReportFigures = z.output<typeof reportFiguresSchema>;
