import { z } from 'zod';
import { deadlineSchema } from '../../calendar/deadline.ts';
import { clockSchema } from './clocks.ts';
import { commonSchema } from './common.ts';

/** A record's state before a move that can be undone, by whom and until when. Kept until the next decision. */
export const undoSchema = z.object({
  move: z.string(),
  by: z.string(),
  until: z.date(),
  state: z.string(),
  round: z.number().int(),
  due: deadlineSchema.nullable(),
  clocks: z.array(clockSchema),
  data: z.unknown(),
  /** The previous values of the parts of `common` that the move changed. */
  common: commonSchema.partial(),
  /** Who was told about the move: they are also told about the undo. */
  toldIds: z.array(z.string()),
});
export type Undo = z.infer<typeof undoSchema>;
