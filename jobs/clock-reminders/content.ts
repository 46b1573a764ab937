import { z } from 'zod';

/** A record that has reached a reminder step before its deadline, independent of language. */
export const clockReminderContent = z.object({
  notice: z.literal('clock-reminder'),
  number: z.string(),
  type: z.string(),
  title: z.string(),
  state: z.string(),
  /** Minutes left; 0 if it is missed. */
  left: z.number(),
  rung: z.enum(['half', 'before', 'missed']),
  dueAt: z.string(),
  zone: z.string(),
});
export type ClockReminderContent = z.infer<typeof clockReminderContent>;

/** How many of a queue are due soon. */
export const queueReminderContent = z.object({
  notice: z.literal('queue-reminder'),
  type: z.string(),
  counts: z.array(z.object({ minutes: z.number(), count: z.number() })),
});
export type QueueReminderContent = z.infer<typeof queueReminderContent>;
