import { z } from 'zod';

/**
 * Where somebody stands who goes through their approvals: this is the `at`-th of `of`, and `skipped` were left for later. It
 * travels in buttons and forms, and is a hint like everything there.
 */
const queueSchema = z.object({
  at: z.number().int().min(0).max(10_000),
  of: z.number().int().min(0).max(10_000),
  skipped: z.number().int().min(0).max(10_000),
});
export type Queue = z.infer<typeof queueSchema>;
/** A button's or a form's value as the place in the queue where it was drawn; null outside of one. */
export const queueValue = queueSchema.nullable().catch(null);

/** The same of a value that is read for something else, too. */
export const queueOf = (value: unknown): Queue | null => queueValue.parse(value);
