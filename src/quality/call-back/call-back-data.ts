import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';
import { scoreSchema } from '../satisfaction/score.ts';

const id = z.string().max(60);
const instant = z.iso.datetime();

/** What the incident tells of the service that is asked about; told again when it changes. */
export const serviceSchema = z.object({
  /** The number of the incident or request. */
  about: id,
  kind: z.enum(['incident', 'request']),
  title: freeText(200),
  projectId: id,
  customerId: id.nullable(),
  departmentId: id.nullable(),
  /** Whom to call: whoever asked, else the project's first contact. Null where only a name is known, or nobody is. */
  contactId: id.nullable(),
  contactName: freeText(120).optional(),
  /** Nobody asked: monitoring raised it. */
  unasked: z.boolean(),
  engineerId: id.nullable(),
  place: z.enum(['remote', 'onSite']),
  done: freeText(3000).optional(),
  resolvedAt: instant,
  /** From here on the 24 hours run: from the resolution, or from the closing of what was closed before the customer was asked (note 1). */
  since: instant,
  sinceClosing: z.boolean(),
  /** When a list of tickets brought the incident; left out for what was told as it happened. */
  importedAt: instant.optional(),
});
export type Service = z.output<typeof serviceSchema>;

/** A call that reached nobody, or somebody who had no time, or would rather rate by a link. */
const attemptSchema = z.object({
  at: instant,
  by: id,
  outcome: z.enum(['noAnswer', 'later', 'link']),
  /** When the customer asked to be called again. */
  until: instant.optional(),
});
export type Attempt = z.output<typeof attemptSchema>;

/** What the customer said. */
const answerSchema = z.object({
  at: instant,
  /** The agent who asked; null where the customer answered by themselves. */
  by: id.nullable(),
  via: z.enum(['call', 'page', 'link']),
  score: scoreSchema,
  speed: scoreSchema.optional(),
  attitude: scoreSchema.optional(),
  result: scoreSchema.optional(),
  /** Of the engineer who came, from a signed report. */
  engineer: scoreSchema.optional(),
  /** In the customer's words. */
  comment: freeText(2000).optional(),
  complaint: z.boolean(),
});
export type CallBackAnswer = z.output<typeof answerSchema>;

/** A call-back: who is to be asked how satisfied they are, every attempt at it, and what they said (R26, R36). Instants are ISO. */
export const callBackData = serviceSchema.extend({
  /** Who has taken it on; with `until`, who has it before them, and no longer than that. */
  taken: z.object({ by: id, at: instant, until: instant.optional() }).nullable(),
  attempts: z.array(attemptSchema).max(60),
  answer: answerSchema.optional(),
  /** 客户投诉 while the call goes on: who opened it, and its number as soon as it has one. */
  complaint: z.object({ at: instant, by: id, number: id.optional() }).optional(),
  /** Since when the customer counts as unreached: it stays in the figures, whatever follows. */
  unreachedAt: instant.optional(),
  /** Why nobody is called; `by` is null where the settings say so: nobody asked for it, or it is history that was imported. */
  exemption: z
    .object({
      at: instant,
      by: id.nullable(),
      reason: freeText(1000).optional(),
      cause: z.enum(['unasked', 'imported']).optional(),
    })
    .optional(),
  /** It was reopened, or it was not resolved after all: this call-back is owed no more. */
  voidedAt: instant.optional(),
});
export type CallBackData = z.output<typeof callBackData>;
