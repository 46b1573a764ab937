import { z } from 'zod';
import { isWrittenInstant } from '../../calendar/written-instant.ts';

/** An optional answer. Some platforms send a blank question as an empty text, others as null or not at all. */
export const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((said) => (isBlank(said) ? undefined : said), schema.optional());

const isBlank = (said: unknown): boolean => said === null || (typeof said === 'string' && said.trim() === '');

/** An optional line of text. */
export const blankable = (max: number) => orNothing(z.string().trim().max(max));

/** A time as people type it (`isWrittenInstant`). */
export const writtenTime = z.string().trim().max(40).refine(isWrittenInstant, { error: 'form.badTime' });
