import { z } from 'zod';
import { dayReasonSchema, namePairSchema } from './reason.ts';

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A day that was walked on the way to a deadline, whether it counted, and if that needs a word, why. */
const stepSchema = z.object({ day: daySchema, counted: z.boolean(), reason: dayReasonSchema.optional() });
export type DeadlineStep = z.infer<typeof stepSchema>;

/** A deadline together with its arithmetic, as it is stored and can be shown again. */
export const deadlineSchema = z.object({
  /** The last millisecond of `day` in `zone`; with `timed`, an instant of that day. */
  at: z.date(),
  timed: z.literal(true).optional(),
  day: daySchema,
  /** The day in `zone` on which the clock started; it is never counted itself. */
  startDay: daySchema,
  days: z.number().int().min(0),
  unit: z.enum(['working', 'calendar']),
  zone: z.string(),
  calendar: z.enum(['cn', 'weekdays']),
  /** Whose calendar it was computed by, and whether that has days of its own; absent where nobody's name was given. */
  by: z.object({ name: namePairSchema, ownDays: z.boolean() }).optional(),
  /** Every day after `startDay`, up to and including `day`; empty for calendar days. */
  steps: z.array(stepSchema),
  /** True when a day walked lies in a year whose calendar is not published: to be computed again when it is. */
  provisional: z.boolean(),
});
export type Deadline = z.infer<typeof deadlineSchema>;
