import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';
import { scoreSchema } from './score.ts';

/** What a customer says of a service by themselves, on a page or through a link (requirements, R37 and note 13). */
export const ratingSchema = z.object({
  score: scoreSchema,
  /** The engineer who came. */
  engineer: scoreSchema.optional(),
  comment: freeText(2000).optional(),
  at: z.iso.datetime(),
  via: z.enum(['page', 'link']),
  /** The number of the service report that was signed, or of the incident itself. */
  by: z.string().max(60),
});
export type Rating = z.output<typeof ratingSchema>;
