import { z } from 'zod';

/**
 * The user's position in their approvals: the `at`-th of `of`, with `skipped` left for later. It
 * travels in buttons and forms, and is a hint like everything there.
 */
const queueSchema = z.object({
  at: z.number().int().min(0).max(10_000),
  of: z.number().int().min(0).max(10_000),
  skipped: z.number().int().min(0).max(10_000),
});
export type Queue = z.infer<typeof queueSchema>;
/** The place in the queue from a button's or a form's value; null outside of one. */
export const queueValue = queueSchema.nullable().catch(null);

/** The same for a value that also holds other data. */
export const queueOf = (value: unknown): Queue | null => queueValue.parse(value);
