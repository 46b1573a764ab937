import { z } from 'zod';

/** The state of call-backs in the morning, independent of language. */
export const callBackLineContent = z.object({
  notice: z.literal('call-back-line'),
  overdue: z.number(),
  /** Due before the end of the day. */
  today: z.number(),
  /** Due after that. */
  later: z.number(),
  /** Of all of them: outside of their calling hours now. */
  sleeping: z.number(),
  /** What was due the day before, and how many were reached in time. */
  yesterday: z.object({ due: z.number(), reachedInTime: z.number() }),
});
export type CallBackLineContent = z.infer<typeof callBackLineContent>;
