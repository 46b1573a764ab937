import { z } from 'zod';

/** What an administrator did with something that was given up: it stays in the document that it was of. */
export const adminActionSchema = z.object({
  deed: z.enum(['retry', 'drop']),
  /** The administrator's id. */
  by: z.string(),
  at: z.date(),
  /** The effect's key, its kind, and for whom it was: a person's id, a channel's, or a record's number. */
  key: z.string(),
  kind: z.enum(['post', 'fetch', 'raise', 'signal', 'letter', 'event']),
  to: z.string(),
  route: z.string(),
});
export type AdminAction = z.infer<typeof adminActionSchema>;

/** A document in which administrators dealt with something, and all that they did there. */
export const dealtSchema = z
  .object({ _id: z.string(), number: z.string().optional(), dealings: z.array(adminActionSchema) })
  .transform(({ _id, number, dealings }) => ({ what: number ?? _id, dealings }));
export type Dealt = z.infer<typeof dealtSchema>;

/** The part of an update that notes a deed, in the same write that does it. */
export const noting = (dealing: AdminAction) => ({
  push: { dealings: dealing },
  set: { dealt: true, dealtAt: dealing.at },
});
