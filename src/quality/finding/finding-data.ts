import { z } from 'zod';
import { freeText } from '../../records/free-text.ts';

/** Where findings come from (R30 and issue practice); those from an internal audit are the audit team's to follow up. */
export const sources = [
  'internalAudit',
  'externalAudit',
  'managementReview',
  'dataAnalysis',
  'complaint',
  'suggestion',
  'spotCheck',
  'other',
] as const;

/** A failure of the system, or an isolated lapse. */
export const kinds = ['major', 'minor'] as const;

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
  reviewDay: day.optional(),
  /** Everybody who wrote any of it: none of them approves or verifies it. */
  authorIds: z.array(person),
});
export type Capa = z.infer<typeof capaSchema>;

/** A round that is over: the report as it was, and why it did not stand. */
const pastRound = z.object({ capa: capaSchema, outcome: z.enum(['returned', 'ineffective']), reason: freeText(3000) });

/** What a finding holds. */
export const findingData = z.object({
  what: freeText(3000),
  where: freeText(1000),
  title: freeText(200).optional(),
  source: z.enum(sources).optional(),
  criterion: freeText(1000).optional(),
  evidence: freeText(3000).optional(),
  suggestedKind: z.enum(kinds).optional(),
  reporterId: person.nullable(),
  kind: z.enum(kinds).optional(),
  departmentId: z.string().max(100).optional(),
  handlerId: person.optional(),
  coWriterIds: z.array(person).max(20),
  capa: capaSchema,
  /** How many actions were ever planned, so that no id is used twice. */
  actionsPlanned: z.number().int(),
  /** The actions that became records, by number, and whether each is done. */
  raised: z.array(z.object({ number: z.string(), round: z.number().int(), done: z.boolean() })),
  pastRounds: z.array(pastRound),
  verification: freeText(3000).optional(),
  effect: freeText(3000).optional(),
  rejection: freeText(3000).optional(),
});
export type FindingData = z.infer<typeof findingData>;

/** A report of which nothing is written. */
export const emptyCapa: Capa = { whys: [], actions: [], authorIds: [] };
