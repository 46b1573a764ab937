import { z } from 'zod';
import { platforms } from '../../chat/interaction.ts';

/**
 * Who made a move: a person through a platform, a customer through a link, another tool reporting what happened there, or the system on behalf of
 * another record.
 */
export const actorSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    /** The person's id in the organization; names are never written into the history. */
    id: z.string(),
    via: z.enum(platforms),
    /** The entitled person for whom the actor acted as deputy, if that was the basis. */
    standingInFor: z.string().optional(),
  }),
  /** The contact the link was made for, by id, and the link's own id; never a name. */
  z.object({ kind: z.literal('customer'), contactId: z.string().nullable(), link: z.string() }),
  z.object({ kind: z.literal('source'), name: z.string() }),
  z.object({ kind: z.literal('system'), name: z.string() }),
]);
export type Actor = z.infer<typeof actorSchema>;
