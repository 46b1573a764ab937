import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';
import { scoreSchema } from '../satisfaction/score.ts';

const id = z.string().max(60);
const share = z.object({ met: z.number().int(), of: z.number().int() });
const figures = z.object({ satisfied: share, mean: z.number().nullable(), outOf100: z.number().nullable() });
const part = z.object({ id, figures });

/** The most parts a report lists; the least satisfied come first. */
export const MOST_PARTS = 60;
/** The most comments a report quotes; the worst come first. */
export const MOST_COMMENTS = 20;

/**
 * The figures of a report as of its submission: services (call-backs and pages) and surveys separately, with the period before; by customer, project,
 * specialty and question; by month; and customers' comments.
 */
export const reportFiguresSchema = z.object({
  services: figures,
  servicesBefore: figures,
  /** Rated services out of finished ones. */
  rated: share,
  surveys: figures,
  surveysBefore: figures,
  /** Answers out of contacts asked. */
  answered: share,
  customers: z.array(part).max(MOST_PARTS),
  projects: z.array(part).max(MOST_PARTS),
  specialties: z.array(part.extend({ projectId: id })).max(MOST_PARTS),
  questions: z.array(z.object({ id, text: z.object({ zh: z.string(), en: z.string() }), figures })).max(MOST_PARTS),
  /** Keyed by the first day of each month. */
  months: z.array(z.object({ first: z.string().max(10), services: share, surveys: share })).max(12),
  comments: z.array(z.object({ score: scoreSchema, number: id, text: freeText(300) })).max(MOST_COMMENTS),
});
export type ReportFigures = z.output<typeof reportFiguresSchema>;
