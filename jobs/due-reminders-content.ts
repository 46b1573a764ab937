import { z } from 'zod';
import { namePairSchema } from '../src/calendar/reason.ts';

const itemSchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  /** The day of the deadline. */
  day: z.string(),
  /** Working days since the deadline; 0 when it is not over yet. */
  overBy: z.number(),
  /** Working days to go: 0 on the day itself, 1 on the last one before. */
  dueIn: z.number(),
  provisional: z.boolean(),
});
export type ReminderItem = z.infer<typeof itemSchema>;

/** What a morning's reminder says, before it is in any language. */
export const dueRemindersContent = z.object({
  notice: z.literal('due-reminders'),
  /** The receiver's own, the most late first. */
  own: z.array(itemSchema),
  /** Those of people who are away and for whom the receiver stands in. */
  standingIn: z.array(z.object({ name: namePairSchema, items: z.array(itemSchema) })),
});
export type DueRemindersContent = z.infer<typeof dueRemindersContent>;
