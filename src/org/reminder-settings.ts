import { z } from 'zod';
import { roles } from './roles.ts';

const workingDays = (most: number) => z.number().int().min(1).max(most);

/** When people are reminded of a deadline, and who hears of it when it is missed. Days are working days. */
export const reminderSettings = z
  .strictObject({
    /** So many days before the deadline. */
    before: z.array(workingDays(20)).max(5).default([1]),
    onTheDay: z.boolean().default(true),
    /** Every so many days when it is over. */
    overdueEvery: workingDays(20).default(1),
    /** Who is told, once, after so many days; `departmentHead` is the head of the owner's department. */
    escalation: z
      .array(z.strictObject({ after: workingDays(60), role: z.enum(['departmentHead', ...roles]) }))
      .max(10)
      .default([
        { after: 1, role: 'departmentHead' },
        { after: 3, role: 'mr' },
      ]),
    /** How many days somebody may put a reminder off. */
    snoozeDays: workingDays(5).default(3),
  })
  .prefault({});
