import { z } from 'zod';
import { namePairSchema } from '../../src/calendar/reason.ts';
import { weeklySatisfaction } from './satisfaction-content.ts';

const ownerSchema = z.object({
  name: namePairSchema,
  /** Their user id in the digest's workspace, if they have one. */
  userId: z.string().optional(),
});

const itemSchema = z.object({
  number: z.string(),
  type: z.string(),
  title: z.string(),
  /** The duty beside the state's own; null for the state's own. */
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
  /** Null for records without a department yet. */
  department: namePairSchema.nullable(),
  count: z.number(),
  /** How many were overdue when the last digest was due. */
  before: z.number(),
  /** The oldest, as many as fit. */
  items: z.array(itemSchema),
});

/**
 * A week's digest, independent of language. It counts obligations: a record counts once for its
 * state, and once for each duty beside it. Restricted records are in no number except `restricted`.
 */
export const weeklyDigestContent = z.object({
  notice: z.literal('weekly-digest'),
  first: z.string(),
  last: z.string(),
  total: z.number(),
  /** Overdue when the last digest was due; of these, `settled` no longer are, and `fresh` have become overdue since. */
  before: z.number(),
  fresh: z.number(),
  settled: z.number(),
  /** Null if the number could reveal whose they are. */
  restricted: z.number().nullable(),
  groups: z.array(groupSchema),
  /** The week before, if services were completed in it. */
  satisfaction: weeklySatisfaction.nullable().default(null),
  /** The week's visits with an agreed day: to whom, and when. */
  visits: z.array(z.object({ name: namePairSchema, day: z.string() })).default([]),
});
export type WeeklyDigestContent = z.infer<typeof weeklyDigestContent>;
/** The part of it derived from what is overdue. */
export type OverdueDigest = Omit<WeeklyDigestContent, 'satisfaction' | 'visits'>;
export type DigestGroup = z.infer<typeof groupSchema>;
