import { z } from 'zod';
import { MESSAGE_LIMIT, messageSchema } from './message.ts';
import { placeSchema, platforms } from './place.ts';

export { type Place, type Platform, placeSchema, platforms } from './place.ts';

const id = z.string().min(1).max(255);

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

/** What a user did in chat, already verified to come from the platform. The adapter parses into this shape; the router trusts the shape and nothing more. */
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
    /** The card that was pressed; absent for a reply that only the user saw. */
    place: placeSchema.optional(),
  }),
  z.object({
    ...common,
    kind: z.literal('submit'),
    form: id,
    context: buttonValueSchema,
    answers: z.record(z.string().max(40), z.unknown()),
  }),
  /** A Slack shortcut, or an entry of the bot's menu in Feishu. */
  z.object({
    ...common,
    kind: z.literal('shortcut'),
    /** `noun.verb`, as on a button. */
    action: id,
    /** The message it was used on. */
    message: messageSchema.optional(),
    /** The message whose thread that message is in. */
    thread: placeSchema.optional(),
  }),
  /** A message to the bot that is more than a command: it brings files, replies to another message, or forwards some. */
  z.object({
    ...common,
    kind: z.literal('message'),
    /** The text written to the bot, without its mention. */
    text: z.string().max(MESSAGE_LIMIT),
    /** The message itself. If it forwards others, only its place matters: they are read from there. */
    message: messageSchema,
    forwards: z.boolean(),
    /** The message it replies to, and the first message of its thread. */
    parent: placeSchema.optional(),
    thread: placeSchema.optional(),
  }),
  /** The user opened their own page, on platforms that have one: Slack's App Home. */
  z.object({ ...common, kind: z.literal('opened') }),
]);
export type Interaction = z.infer<typeof interactionSchema>;
