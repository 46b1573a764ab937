import { z } from 'zod';

/** How call-backs stand on a morning, before it is in any language. */
export const callBackLineContent = z.object({
  notice: z.literal('call-back-line'),
  overdue: z.number(),
  /** Due before the day is over. */
  today: z.number(),
  /** Due after it. */
  later: z.number(),
  /** Of all of them: outside of their calling hours now. */
  sleeping: z.number(),
  /** What was due the day before, and how much of it was reached in time. */
  yesterday: z.object({ due: z.number(), reachedInTime: z.number() }),
});
export type CallBackLineContent = z.infer<typeof callBackLineContent>;
