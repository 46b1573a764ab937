import { z } from 'zod';
import { namePairSchema } from '../../src/calendar/reason.ts';

const itemSchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  round: z.number(),
  /** The duty beside the state's own; null for the state's own. */
  duty: z.string().nullable(),
  /** The move on its button; null to open the record first. */
  wants: z.string().nullable(),
  /** The day of the deadline. */
  day: z.string(),
  late: z.boolean(),
  /** Working days since the deadline; 0 when no working day has passed. */
  overBy: z.number(),
  /** Working days left: 0 on the day itself. */
  dueIn: z.number(),
  provisional: z.boolean(),
  /** Who was notified, or is notified this morning, because it is late. */
  escalatedTo: z.array(namePairSchema),
});
export type ReminderItem = z.infer<typeof itemSchema>;

/** A morning reminder, independent of language. */
export const dueRemindersContent = z.object({
  notice: z.literal('due-reminders'),
  /** The recipient's own items, the latest first. */
  own: z.array(itemSchema),
  /** Items of absent people whose deputy the recipient is. */
  standingIn: z.array(z.object({ name: namePairSchema, items: z.array(itemSchema) })),
  /** Escalations: what others are late with, sent to the recipient once. */
  escalated: z.array(itemSchema.extend({ owners: z.array(namePairSchema) })),
  /** How many more of their own do not fit. */
  left: z.number(),
});
export type DueRemindersContent = z.infer<typeof dueRemindersContent>;
