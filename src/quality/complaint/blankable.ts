import { z } from 'zod';

/** A text that may be left out; blank is left out. */
export const blankable = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((said) => said || undefined);
