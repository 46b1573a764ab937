import { z } from 'zod';
import { namePairSchema } from '../../src/calendar/reason.ts';

const itemSchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  round: z.number(),
  /** The duty beside the state's own; null for what the state is for. */
  duty: z.string().nullable(),
  /** The move that stands on its button; null for a look at it first. */
  wants: z.string().nullable(),
  /** The day of the deadline. */
  day: z.string(),
  late: z.boolean(),
  /** Working days since the deadline; 0 when no working day has passed. */
  overBy: z.number(),
  /** Working days to go: 0 on the day itself. */
  dueIn: z.number(),
  provisional: z.boolean(),
  /** Who was told of it, or is told this morning, because it is late. */
  escalatedTo: z.array(namePairSchema),
});
export type ReminderItem = z.infer<typeof itemSchema>;

/** What a morning's reminder says, before it is in any language. */
export const dueRemindersContent = z.object({
  notice: z.literal('due-reminders'),
  /** The receiver's own, the most late first. */
  own: z.array(itemSchema),
  /** Those of people who are away and for whom the receiver stands in. */
  standingIn: z.array(z.object({ name: namePairSchema, items: z.array(itemSchema) })),
  /** What others are late with, told to the receiver once. */
  escalated: z.array(itemSchema.extend({ owners: z.array(namePairSchema) })),
  /** How many more of their own there are than fit. */
  left: z.number(),
});
export type DueRemindersContent = z.infer<typeof dueRemindersContent>;
