import { z } from 'zod';
import { isWrittenInstant } from '../../calendar/written-instant.ts';

/** An answer that may be left out. Some platforms give a question left open as an empty text, others as null or not at all. */
export const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((said) => (isBlank(said) ? undefined : said), schema.optional());

const isBlank = (said: unknown): boolean => said === null || (typeof said === 'string' && said.trim() === '');

/** A line that may be left out. */
export const blankable = (max: number) => orNothing(z.string().trim().max(max));

/** A time as people write it (`isWrittenInstant`). */
export const writtenTime = z.string().trim().max(40).refine(isWrittenInstant, { error: 'form.badTime' });
