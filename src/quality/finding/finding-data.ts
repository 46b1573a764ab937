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
  /** Whoever wrote any version of it: none of them accepts it. */
  authorIds: z.array(person),
});

/** An answer that did not do, and why. */
const pastAnswerSchema = z.object({ answer: answerSchema, reason: freeText(3000) });

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

/** A failure of the system, an isolated lapse, a risk noted, something that could be better. */
export const kinds = ['major', 'minor', 'observation', 'ofi'] as const;
export type Kind = (typeof kinds)[number];

/** Whether a requirement is not met, so that a CAPA report is due; an answer is enough for any other kind. */
export const isNonconformity = (kind: Kind | undefined) => kind === 'major' || kind === 'minor';

const id = z.string().max(40);
const instant = z.iso.datetime();

/** What the reporter was asked before the finding is issued. */
const questionSchema = z.object({
  by: person,
  at: instant,
  text: freeText(3000),
  answer: freeText(3000).optional(),
  answeredAt: instant.optional(),
});

/** Whether the department has said that it takes the finding on; absent where it was never asked. */
const confirmationSchema = z.object({
  state: z.enum(['awaited', 'confirmed', 'contested']),
  by: person.optional(),
  at: instant.optional(),
});

/** What a finding holds. */
export const findingData = z.object({
  what: freeText(3000),
  where: freeText(1000),
  title: freeText(200).optional(),
  source: z.enum(sources).optional(),
  /** A capability element of the organisation's list (R12). */
  element: id.optional(),
  projectId: id.optional(),
  criterion: freeText(1000).optional(),
  evidence: freeText(3000).optional(),
  suggestedKind: z.enum(kinds).optional(),
  reporterId: person.nullable(),
  questions: z.array(questionSchema).max(20),
  /** The findings that were found to be the same matter, and who reported them. */
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
  /** Who handed in the report or the answer that is being decided on, and from which state. */
  submission: z.object({ by: person, from: z.string() }).optional(),
  /** How many actions were ever planned, so that no id is used twice. */
  actionsPlanned: z.number().int(),
  /** The actions that became records, by number; whether each is done, and everybody who ever owned it. */
  raised: z.array(
    z.object({ number: z.string(), round: z.number().int(), done: z.boolean(), ownerIds: z.array(person) }),
  ),
  pastRounds: z.array(pastRoundSchema),
  answer: answerSchema.optional(),
  pastAnswers: z.array(pastAnswerSchema),
  /** What was done of what the answer promised. */
  carriedOut: freeText(3000).optional(),
  verification: freeText(3000).optional(),
  /** The day on which the effectiveness is reviewed, as it stood when the actions were verified. */
  reviewOn: z.iso.date().optional(),
  effect: freeText(3000).optional(),
  rejection: freeText(3000).optional(),
  withdrawal: freeText(3000).optional(),
});
export type FindingData = z.infer<typeof findingData>;
