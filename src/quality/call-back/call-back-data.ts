import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';
import { scoreSchema } from '../satisfaction/score.ts';

const id = z.string().max(60);
const instant = z.iso.datetime();

/** What the incident reports about the service in question; sent again when it changes. */
export const serviceSchema = z.object({
  /** The number of the incident or request. */
  about: id,
  kind: z.enum(['incident', 'request']),
  title: freeText(200),
  projectId: id,
  customerId: id.nullable(),
  departmentId: id.nullable(),
  /** Whom to call: the requester, otherwise the project's first contact. Null if only a name is known, or nobody is. */
  contactId: id.nullable(),
  contactName: freeText(120).optional(),
  /** Nobody requested it: monitoring raised it. */
  unasked: z.boolean(),
  engineerId: id.nullable(),
  place: z.enum(['remote', 'onSite']),
  done: freeText(3000).optional(),
  resolvedAt: instant,
  /** Start of the 24 hours: the resolution, or the closing if it was closed before the customer was asked (note 1). */
  since: instant,
  sinceClosing: z.boolean(),
  /** When a list of tickets imported the incident; absent if it was reported live. */
  importedAt: instant.optional(),
});
export type Service = z.output<typeof serviceSchema>;

/** A call that was not answered, came at a bad time, or ended with the customer preferring a link. */
const attemptSchema = z.object({
  at: instant,
  by: id,
  outcome: z.enum(['noAnswer', 'later', 'link']),
  /** When the customer asked to be called back. */
  until: instant.optional(),
});
export type Attempt = z.output<typeof attemptSchema>;

/** What the customer said. */
const answerSchema = z.object({
  at: instant,
  /** The agent who asked; null if the customer answered without a call. */
  by: id.nullable(),
  via: z.enum(['call', 'page', 'link']),
  score: scoreSchema,
  speed: scoreSchema.optional(),
  attitude: scoreSchema.optional(),
  result: scoreSchema.optional(),
  /** The engineer's score, from a signed report. */
  engineer: scoreSchema.optional(),
  /** In the customer's words. */
  comment: freeText(2000).optional(),
  complaint: z.boolean(),
});
export type CallBackAnswer = z.output<typeof answerSchema>;

/** A call-back: which customer to ask about their satisfaction, every attempt, and the answer (R26, R36). Instants are ISO. */
export const callBackData = serviceSchema.extend({
  /** The agent who took it; with `until`, the agent who has it open, and no longer than that. */
  taken: z.object({ by: id, at: instant, until: instant.optional() }).nullable(),
  attempts: z.array(attemptSchema).max(60),
  answer: answerSchema.optional(),
  /** 客户投诉 while the call is still going on: who opened it, and its number once it has one. */
  complaint: z.object({ at: instant, by: id, number: id.optional() }).optional(),
  /** Since when the customer counts as unreached: kept in the figures regardless of what follows. */
  unreachedAt: instant.optional(),
  /** Why no call is needed; `by` is null if the settings decided: nobody requested the service, or it is imported history. */
  exemption: z
    .object({
      at: instant,
      by: id.nullable(),
      reason: freeText(1000).optional(),
      cause: z.enum(['unasked', 'imported']).optional(),
    })
    .optional(),
  /** The incident was reopened, or was not resolved after all: this call-back is no longer due. */
  voidedAt: instant.optional(),
});
export type CallBackData = z.output<typeof callBackData>;
