import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';

const person = z.string().max(100);
const day = z.iso.date();

const plannedAction = z.object({
  /** Counts across rounds: A1, A2 ... */
  id: z.string(),
  kind: z.enum(['corrective', 'preventive']),
  what: freeText(1000),
  ownerId: person,
  dueDay: day,
});

/** A corrective and preventive action report (R16), as written so far. */
export const capaSchema = z.object({
  /** Removes the nonconformity itself. */
  correction: freeText(3000).optional(),
  /** Limits the damage in the meantime. */
  containment: freeText(3000).optional(),
  whys: z.array(freeText(1000)).max(5),
  causeCategory: z.string().max(40).optional(),
  rootCause: freeText(1000).optional(),
  actions: z.array(plannedAction).max(20),
  /** How to tell that it worked. */
  criterion: freeText(3000).optional(),
  /** Day of the effectiveness review: proposed by the authors, settled at approval. Without it, verification closes the finding. */
  reviewDay: day.optional(),
  /** Everyone who wrote part of it: none of them may approve or verify it. */
  authorIds: z.array(person),
});
export type Capa = z.infer<typeof capaSchema>;

/** A past round: the report as it was, and why it was not accepted or did not work. */
export const pastRoundSchema = z.object({
  capa: capaSchema,
  outcome: z.enum(['returned', 'ineffective']),
  reason: freeText(3000),
});

/** An empty report. */
export const emptyCapa: Capa = { whys: [], actions: [], authorIds: [] };
