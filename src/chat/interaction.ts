import { z } from 'zod';

/** The platforms there are adapters for. */
export const platforms = ['slack', 'feishu', 'console'] as const;
export type Platform = (typeof platforms)[number];

const id = z.string().min(1).max(255);

/** Where a card stands: enough to refresh it. */
export const placeSchema = z.object({
  platform: z.enum(platforms),
  workspace: id,
  /** The platform's channel or chat id; for a direct message the conversation's id. */
  channel: id,
  message: id,
});
export type Place = z.infer<typeof placeSchema>;

const buttonValueSchema = z.record(z.string().max(40), z.union([z.string().max(300), z.number()]));

const common = {
  /** Unique and the same on redelivery: Slack `trigger_id` or `view.id`, Feishu `event_id`, a UUID in the console. */
  id,
  platform: z.enum(platforms),
  /** Slack team, Feishu tenant, `local` in the console. */
  workspace: id,
  /** The platform's user id. */
  userId: id,
  /** The channel it came from, when there is one. */
  channel: id.optional(),
  /** True in a direct message with the bot: replies are then seen by one person only. */
  direct: z.boolean(),
};

/**
 * What somebody did in chat, already verified to come from the platform. The adapter parses into this shape; the router
 * trusts the shape and nothing more.
 */
export const interactionSchema = z.discriminatedUnion('kind', [
  /** `/finding new` is `{ noun: 'finding', text: 'new' }`; plain text to the bot is `{ noun: null, text }`. */
  z.object({
    ...common,
    kind: z.literal('command'),
    noun: z.string().max(40).nullable(),
    text: z.string().max(40_000),
  }),
  z.object({
    ...common,
    kind: z.literal('press'),
    action: id,
    value: buttonValueSchema,
    /** The card that was pressed; absent for a reply that only the presser saw. */
    place: placeSchema.optional(),
  }),
  z.object({
    ...common,
    kind: z.literal('submit'),
    form: id,
    context: buttonValueSchema,
    answers: z.record(z.string().max(40), z.unknown()),
  }),
]);
export type Interaction = z.infer<typeof interactionSchema>;
