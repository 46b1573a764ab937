import { z } from 'zod';
import { namePairSchema } from '../../src/calendar/reason.ts';
import { weeklySatisfaction } from './satisfaction-content.ts';

const ownerSchema = z.object({
  name: namePairSchema,
  /** Their user id in the workspace that the digest is for, where they have one. */
  userId: z.string().optional(),
});

const itemSchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  /** The duty beside the state's own; null for what the state is for. */
  duty: z.string().nullable(),
  owners: z.array(ownerSchema),
  moreOwners: z.number(),
  /** Working days since the deadline, by the calendar of the record's site. */
  overBy: z.number(),
  /** The day of the deadline in force. */
  day: z.string(),
  extended: z.boolean(),
});
export type DigestItem = z.infer<typeof itemSchema>;

const groupSchema = z.object({
  /** Null for what no department has yet. */
  department: namePairSchema.nullable(),
  count: z.number(),
  /** How many were overdue when the last digest was due. */
  before: z.number(),
  /** The oldest, as many as there is room for. */
  items: z.array(itemSchema),
});

/**
 * What a week's digest says, before it is in any language. What is counted is what somebody owes: a record counts once for its
 * state, and once for each duty beside it. Restricted records are in no number but `restricted`.
 */
export const weeklyDigestContent = z.object({
  notice: z.literal('weekly-digest'),
  first: z.string(),
  last: z.string(),
  total: z.number(),
  /** Overdue when the last digest was due; of these `settled` are so no longer, and `fresh` are overdue since then. */
  before: z.number(),
  fresh: z.number(),
  settled: z.number(),
  /** Null where their number could tell whose they are. */
  restricted: z.number().nullable(),
  groups: z.array(groupSchema),
  /** The week before, where services were over in it. */
  satisfaction: weeklySatisfaction.nullable().default(null),
  /** The week's visits whose day is agreed: to whom, and when. */
  visits: z.array(z.object({ name: namePairSchema, day: z.string() })).default([]),
});
export type WeeklyDigestContent = z.infer<typeof weeklyDigestContent>;
/** The part of it that is worked out from what is overdue. */
export type OverdueDigest = Omit<WeeklyDigestContent, 'satisfaction' | 'visits'>;
export type DigestGroup = z.infer<typeof groupSchema>;
