import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';

const person = z.string().max(100);
const day = z.iso.date();

const plannedAction = z.object({
  /** Counts over all rounds: A1, A2 ... */
  id: z.string(),
  kind: z.enum(['corrective', 'preventive']),
  what: freeText(1000),
  ownerId: person,
  dueDay: day,
});

/** A corrective and preventive action report (R16), as far as it is written. */
export const capaSchema = z.object({
  /** Removes the nonconformity itself. */
  correction: freeText(3000).optional(),
  /** Limits the damage meanwhile. */
  containment: freeText(3000).optional(),
  whys: z.array(freeText(1000)).max(5),
  causeCategory: z.string().max(40).optional(),
  rootCause: freeText(1000).optional(),
  actions: z.array(plannedAction).max(20),
  /** By what it will be seen that it worked. */
  criterion: freeText(3000).optional(),
  /** When the effectiveness is reviewed: proposed by the writers, settled at approval. Without it the verification closes. */
  reviewDay: day.optional(),
  /** Everybody who wrote any of it: none of them approves or verifies it. */
  authorIds: z.array(person),
});
export type Capa = z.infer<typeof capaSchema>;

/** A round that is over: the report as it was, and why it did not stand. */
export const pastRoundSchema = z.object({
  capa: capaSchema,
  outcome: z.enum(['returned', 'ineffective']),
  reason: freeText(3000),
});

/** A report of which nothing is written. */
export const emptyCapa: Capa = { whys: [], actions: [], authorIds: [] };
