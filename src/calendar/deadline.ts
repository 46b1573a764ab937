import { z } from 'zod';
import { dayReasonSchema, namePairSchema } from './reason.ts';

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A day passed on the way to a deadline, whether it counted, and the reason if one needs stating. */
const stepSchema = z.object({ day: daySchema, counted: z.boolean(), reason: dayReasonSchema.optional() });
export type DeadlineStep = z.infer<typeof stepSchema>;

/** A deadline with its arithmetic, as stored, so that it can be shown again. */
export const deadlineSchema = z.object({
  /** The last millisecond of `day` in `zone`; with `timed`, an instant on that day. */
  at: z.date(),
  timed: z.literal(true).optional(),
  day: daySchema,
  /** The day in `zone` on which the clock started; it is never counted itself. */
  startDay: daySchema,
  days: z.number().int().min(0),
  unit: z.enum(['working', 'calendar']),
  zone: z.string(),
  calendar: z.enum(['cn', 'weekdays']),
  /** Whose calendar was used, and whether it has days of its own; absent if no name was given. */
  by: z.object({ name: namePairSchema, ownDays: z.boolean() }).optional(),
  /** Every day after `startDay`, up to and including `day`; empty for calendar days. */
  steps: z.array(stepSchema),
  /** True if a day passed lies in a year whose calendar is not published yet: must be computed again when it is. */
  provisional: z.boolean(),
});
export type Deadline = z.infer<typeof deadlineSchema>;
