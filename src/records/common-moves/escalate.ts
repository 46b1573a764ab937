import { z } from 'zod';
import { moveWith } from '../declaration/declare-move.ts';
import { signaled } from '../shape/contract.ts';

/** What is noted of an escalation: who was told, at which rung of the ladder, and of which deadline. */
export const escalatedSchema = z.object({
  personId: z.string().max(100),
  after: z.number().int(),
  dueAt: z.iso.datetime(),
});

/** That the morning's reminder told somebody of a late record. */
export const escalation = signaled('escalate', escalatedSchema);

/** Notes that somebody was told that the record is late. Made by the morning's reminder, of a record in whatever state. */
export const escalate = <Data>(from: readonly string[]) =>
  moveWith<Data, z.output<typeof escalatedSchema>>({
    from,
    by: [],
    draft: true,
    input: escalatedSchema,
    applyCommon: ({ common }, escalated, { now }) => ({
      ...common,
      escalations: [...common.escalations, { ...escalated, at: now.toISOString() }].slice(-200),
    }),
  });
