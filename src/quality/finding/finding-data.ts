import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';
import { capaSchema, pastRoundSchema } from './capa-data.ts';
import { amendmentSchema, contestSchema, transferSchema } from './dispute-data.ts';

const person = z.string().max(100);

/** The answer to an observation or an opportunity for improvement: what will be done and by when, or why nothing will be. */
const answerSchema = z.object({
  will: z.boolean(),
  text: freeText(3000),
  byDay: z.iso.date().optional(),
  /** Everyone who wrote any version of it: none of them may accept it. */
  authorIds: z.array(person),
});

/** A rejected answer, and the reason. */
const pastAnswerSchema = z.object({ answer: answerSchema, reason: freeText(3000) });

/** Sources of findings (R30 and issue practice); the audit team follows up on those from an internal audit. */
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

/** A system failure, an isolated lapse, a noted risk, a possible improvement. */
export const kinds = ['major', 'minor', 'observation', 'ofi'] as const;
export type Kind = (typeof kinds)[number];

/** Whether a requirement is not met and a CAPA report is due; any other kind needs only an answer. */
export const isNonconformity = (kind: Kind | undefined) => kind === 'major' || kind === 'minor';

const id = z.string().max(40);
const instant = z.iso.datetime();

/** A question to the reporter before the finding is issued. */
const questionSchema = z.object({
  by: person,
  at: instant,
  text: freeText(3000),
  answer: freeText(3000).optional(),
  answeredAt: instant.optional(),
});

/** Whether the department has confirmed the finding; absent if it was never asked. */
const confirmationSchema = z.object({
  state: z.enum(['awaited', 'confirmed', 'contested']),
  by: person.optional(),
  at: instant.optional(),
});

/** The data of a finding. */
export const findingData = z.object({
  what: freeText(3000),
  where: freeText(1000),
  title: freeText(200).optional(),
  source: z.enum(sources).optional(),
  /** A capability element from the organization's list (R12). */
  element: id.optional(),
  projectId: id.optional(),
  criterion: freeText(1000).optional(),
  evidence: freeText(3000).optional(),
  suggestedKind: z.enum(kinds).optional(),
  reporterId: person.nullable(),
  questions: z.array(questionSchema).max(20),
  /** The findings merged into this one, and their reporters. */
  merged: z.array(z.object({ number: z.string(), reporterId: person.nullable() })),
  mergedInto: z.string().optional(),
  kind: z.enum(kinds).optional(),
  departmentId: z.string().max(100).optional(),
  handlerId: person.optional(),
  coWriterIds: z.array(person).max(20),
  confirmation: confirmationSchema.optional(),
  contests: z.array(contestSchema),
  amendments: z.array(amendmentSchema),
  transfers: z.array(transferSchema),
  capa: capaSchema,
  /** Who submitted the report or answer under decision, and from which state. */
  submission: z.object({ by: person, from: z.string() }).optional(),
  /** How many actions were ever planned, so that no id is reused. */
  actionsPlanned: z.number().int(),
  /** The actions raised as records, by number; whether each is done, and everyone who ever owned it. */
  raised: z.array(
    z.object({ number: z.string(), round: z.number().int(), done: z.boolean(), ownerIds: z.array(person) }),
  ),
  pastRounds: z.array(pastRoundSchema),
  answer: answerSchema.optional(),
  pastAnswers: z.array(pastAnswerSchema),
  /** What was done to carry out the answer. */
  carriedOut: freeText(3000).optional(),
  verification: freeText(3000).optional(),
  /** The day of the effectiveness review, as of the verification of the actions. */
  reviewOn: z.iso.date().optional(),
  effect: freeText(3000).optional(),
  rejection: freeText(3000).optional(),
  withdrawal: freeText(3000).optional(),
});
export type FindingData = z.infer<typeof findingData>;
