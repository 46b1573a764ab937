import { z } from 'zod';

/** What Slack sends, reduced to what we read. Pages looked up on 2026-11-23. */
const id = z.string().min(1).max(255);

/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
const commandSchema = z.object({
  command: z.string().min(2).max(60),
  text: z.string().max(40_000).default(''),
  team_id: id,
  user_id: id,
  channel_id: id,
  trigger_id: id,
  response_url: z.url(),
});

const teamSchema = z.object({ id }).nullish();
const userSchema = z.object({ id, team_id: id.optional() });

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
const pressSchema = z.object({
  type: z.literal('block_actions'),
  team: teamSchema,
  user: userSchema,
  trigger_id: id,
  response_url: z.url().optional(),
  channel: z.object({ id }).optional(),
  container: z.object({ type: z.string(), message_ts: id.optional(), is_ephemeral: z.boolean().optional() }),
  actions: z.array(z.object({ type: z.string(), action_id: id, value: z.string().max(2000).optional() })).min(1),
});

/** One input's state; which of the keys is present depends on the element. */
const inputStateSchema = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  files: z
    .array(z.object({ id, name: z.string().nullish() }))
    .max(100)
    .nullish(),
});

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_submission */
const submitSchema = z.object({
  type: z.literal('view_submission'),
  team: teamSchema,
  user: userSchema,
  view: z.object({
    id,
    callback_id: z.string().max(255),
    private_metadata: z.string().max(3000),
    title: z.object({ text: z.string() }),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), inputStateSchema)) }),
  }),
});

/** A file in a message; of a deleted one only a tombstone is left. https://docs.slack.dev/reference/objects/file-object */
const fileSchema = z.object({
  id,
  name: z.string().nullish(),
  title: z.string().nullish(),
  mode: z.string().optional(),
});

/** What an app's message shows if it has no text of its own. https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
const attachmentSchema = z.object({
  fallback: z.string().nullish(),
  pretext: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string().nullish(),
});

/** Any message of a channel, as evidence needs it. https://docs.slack.dev/reference/events/message */
const anyMessageSchema = z.object({
  ts: z.string().regex(/^\d{1,12}\.\d{1,9}$/),
  thread_ts: z
    .string()
    .regex(/^\d{1,12}\.\d{1,9}$/)
    .optional(),
  user: id.optional(),
  bot_id: z.string().optional(),
  username: z.string().optional(),
  bot_profile: z.object({ name: z.string().optional() }).nullish(),
  text: z.string().max(100_000).optional(),
  attachments: z.array(attachmentSchema).nullish(),
  files: z.array(fileSchema).nullish(),
});

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
const globalShortcutSchema = z.object({
  type: z.literal('shortcut'),
  callback_id: id,
  trigger_id: id,
  team: teamSchema,
  user: userSchema,
});
const messageShortcutSchema = globalShortcutSchema.extend({
  type: z.literal('message_action'),
  response_url: z.url(),
  channel: z.object({ id }),
  message: anyMessageSchema,
});

/** https://docs.slack.dev/reference/events/app_home_opened */
const homeOpenedSchema = z.object({ type: z.literal('app_home_opened'), user: id, tab: z.string().optional() });

/** https://docs.slack.dev/reference/events/message.im and https://docs.slack.dev/reference/events/app_mention */
const messageSchema = z.object({
  type: z.enum(['message', 'app_mention']),
  user: id.optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().max(40_000).optional(),
  channel: id,
  channel_type: z.string().optional(),
  /** The author's workspace: another one in a channel shared with another company. */
  team: id.optional(),
  user_team: id.optional(),
});

/** https://docs.slack.dev/apis/events-api#callback-field */
const eventSchema = z.object({
  type: z.literal('event_callback'),
  event_id: id,
  team_id: id,
  event: z.looseObject({ type: z.string() }),
});

/** https://docs.slack.dev/reference/events/url_verification */
const urlVerificationSchema = z.object({ type: z.literal('url_verification'), challenge: z.string() });

/** A person's message, as an event. */
const messageEventSchema = eventSchema.extend({
  event: messageSchema.extend(anyMessageSchema.omit({ text: true }).partial().shape),
});
const homeEventSchema = eventSchema.extend({ event: homeOpenedSchema });

export const schemas = {
  command: commandSchema,
  press: pressSchema,
  submit: submitSchema,
  globalShortcut: globalShortcutSchema,
  messageShortcut: messageShortcutSchema,
  event: eventSchema,
  messageEvent: messageEventSchema,
  homeEvent: homeEventSchema,
  /** Any request that we handle. */
  request: z.union([
    commandSchema,
    z.discriminatedUnion('type', [
      pressSchema,
      submitSchema,
      globalShortcutSchema,
      messageShortcutSchema,
      eventSchema,
      urlVerificationSchema,
    ]),
  ]),
};
/** Any request that we handle. */
export type SlackRequest = z.infer<typeof schemas.request>;
export type SlackEvent = z.infer<typeof eventSchema>;
export type SlackCommand = z.infer<typeof commandSchema>;
export type SlackPress = z.infer<typeof pressSchema>;
export type SlackSubmit = z.infer<typeof submitSchema>;
export type SlackShortcut = z.infer<typeof globalShortcutSchema> | z.infer<typeof messageShortcutSchema>;
export type SlackAnyMessage = z.infer<typeof anyMessageSchema>;
export type SlackHomeEvent = z.infer<typeof homeEventSchema>;
export type SlackMessageEvent = z.infer<typeof messageEventSchema>;
type InputState = z.infer<typeof inputStateSchema>;
export type InputStates = Readonly<Record<string, Readonly<Record<string, InputState>>>>;
