import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';

/** Causes of a proposed finding: a score of 1 or 2, a complaint, an adopted suggestion, SLA 未达成. */
export const causes = ['lowScore', 'complaint', 'suggestion', 'slaMissed'] as const;

const id = z.string().max(60);
const person = z.string().max(100);

/** A finding proposed to QED, and QED's decision. */
export const proposalData = z.object({
  cause: z.enum(causes),
  /** The source record: the finding's evidence. */
  about: z.string().max(60),
  title: freeText(200),
  projectId: id.nullable(),
  customerId: id.nullable(),
  departmentId: id.nullable(),
  /** What happened, in a few lines. */
  facts: freeText(1000),
  proposedAt: z.iso.datetime(),
  /** The number of the finding that was filed. */
  finding: z.string().max(60).optional(),
  reason: freeText(1000).optional(),
  /** When its basis was withdrawn before QED decided. */
  withdrawnAt: z.iso.datetime().optional(),
});
export type ProposalData = z.output<typeof proposalData>;

/** The input when another record raises it. A restricted source gives a restricted proposal and finding. */
export const proposedSchema = proposalData
  .omit({ proposedAt: true, finding: true, reason: true, withdrawnAt: true })
  .extend({
    restricted: z.boolean().default(false),
    accessIds: z.array(person).max(100).default([]),
  });
export type Proposed = z.input<typeof proposedSchema>;
