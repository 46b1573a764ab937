import { z } from 'zod';
import { moveWith } from '../declaration/declare-move.ts';
import { signaled } from '../shape/contract.ts';

/** The note of an escalation: who was told, at which level, and about which deadline. */
export const escalatedSchema = z.object({
  personId: z.string().max(100),
  after: z.number().int(),
  dueAt: z.iso.datetime(),
});

/** Signals that the morning reminder told people about a late record. */
export const escalation = signaled('escalate', escalatedSchema);

/** Records that people were told the record is late. Made by the morning reminder, in any state. */
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
