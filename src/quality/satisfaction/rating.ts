import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';
import { scoreSchema } from './score.ts';

/** A customer's unprompted rating of a service, on a page or through a link (requirements, R37 and note 13). */
export const ratingSchema = z.object({
  score: scoreSchema,
  /** The score of the engineer who came. */
  engineer: scoreSchema.optional(),
  comment: freeText(2000).optional(),
  at: z.iso.datetime(),
  via: z.enum(['page', 'link']),
  /** The number of the signed service report, or of the incident itself. */
  by: z.string().max(60),
});
export type Rating = z.output<typeof ratingSchema>;
