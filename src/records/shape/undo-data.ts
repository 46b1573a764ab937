import { z } from 'zod';
import { deadlineSchema } from '../../calendar/deadline.ts';
import { clockSchema } from './clocks.ts';
import { commonSchema } from './common.ts';

/** How a record stood before a move that may be taken back, by whom and until when. Kept until the next decision. */
export const undoSchema = z.object({
  move: z.string(),
  by: z.string(),
  until: z.date(),
  state: z.string(),
  round: z.number().int(),
  due: deadlineSchema.nullable(),
  clocks: z.array(clockSchema),
  data: z.unknown(),
  /** The parts of `common` that the move changed, as they were. */
  common: commonSchema.partial(),
  /** Who was told of the move: they are told that it was taken back. */
  toldIds: z.array(z.string()),
});
export type Undo = z.infer<typeof undoSchema>;
