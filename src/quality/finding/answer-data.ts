import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';

const person = z.string().max(100);

/** The answer to an observation or an opportunity for improvement: what will be done and by when, or why nothing will be. */
export const answerSchema = z.object({
  will: z.boolean(),
  text: freeText(3000),
  byDay: z.iso.date().optional(),
  /** Whoever wrote any version of it: none of them accepts it. */
  authorIds: z.array(person),
});

/** An answer that did not do, and why. */
export const pastAnswerSchema = z.object({ answer: answerSchema, reason: freeText(3000) });
