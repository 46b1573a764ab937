import { z } from 'zod';
import { freeText } from '../../records/shape/free-text.ts';

const person = z.string().max(100);
const instant = z.iso.datetime();

/** What a department may object to (异议) within its confirmation period (requirements, note 7). */
export const contestable = ['facts', 'kind', 'addressee'] as const;

/** An objection and its ruling; both sides stay on record. `dropped`: the department answered anyway. */
export const contestSchema = z.object({
  by: person,
  at: instant,
  about: z.array(z.enum(contestable)).min(1),
  reason: freeText(3000),
  outcome: z.enum(['upheld', 'dismissed', 'dropped']).optional(),
  decidedBy: person.optional(),
  decidedAt: instant.optional(),
  remark: freeText(3000).optional(),
  /** The later deadline set by the ruling; without it the clock ran on. */
  newDay: z.iso.date().optional(),
});
export type Contest = z.infer<typeof contestSchema>;

/** The fields of an issued finding that may be amended. */
export const amendable = ['title', 'kind', 'department', 'what', 'criterion', 'source', 'element', 'project'] as const;
export type Amendable = (typeof amendable)[number];

/** A change to an issued finding, with old and new text. */
export const amendmentSchema = z.object({
  by: person,
  at: instant,
  reason: freeText(3000),
  changes: z.array(
    z.object({ field: z.enum(amendable), before: freeText(3000).optional(), after: freeText(3000).optional() }),
  ),
});
export type Amendment = z.infer<typeof amendmentSchema>;

/** 转交: who passed the finding on, from whom and to whom. */
export const transferSchema = z.object({
  by: person,
  at: instant,
  kind: z.enum(['department', 'handler']),
  from: z.string().max(100).optional(),
  to: z.string().max(100),
  reason: freeText(1000),
});
