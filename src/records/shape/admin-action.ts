import { z } from 'zod';

/** An administrator's action on a failed effect: kept in the document the effect belonged to. */
export const adminActionSchema = z.object({
  deed: z.enum(['retry', 'drop']),
  /** The administrator's id. */
  by: z.string(),
  at: z.date(),
  /** The effect's key, kind and target: a person's id, a channel's, or a record's number. */
  key: z.string(),
  kind: z.enum(['post', 'fetch', 'raise', 'signal', 'letter', 'event']),
  to: z.string(),
  route: z.string(),
});
export type AdminAction = z.infer<typeof adminActionSchema>;

/** A document in which administrators acted on effects, and everything they did there. */
export const dealtSchema = z
  .object({ _id: z.string(), number: z.string().optional(), dealings: z.array(adminActionSchema) })
  .transform(({ _id, number, dealings }) => ({ what: number ?? _id, dealings }));
export type Dealt = z.infer<typeof dealtSchema>;

/** The part of an update that records an administrator's action, in the same write that performs it. */
export const noting = (dealing: AdminAction) => ({
  push: { dealings: dealing },
  set: { dealt: true, dealtAt: dealing.at },
});
