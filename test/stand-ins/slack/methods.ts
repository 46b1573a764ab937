import { z } from 'zod';
import { checkContent, checkHome, checkView } from './check.ts';
import { completeUpload, fileInfo, uploadUrl } from './files.ts';
import { history } from './history.ts';
import { Refusal } from './refusal.ts';
import { replaceView } from './views.ts';
import { directChannel, nextId, nextTs, type StandInChannel, type StandInUser, type World } from './world.ts';

/** Arguments of a call: form-encoded, with JSON for what is not plain. */
export type Arguments = Readonly<Record<string, unknown>>;
type Method = (world: World, args: Arguments) => Record<string, unknown>;

const string = (args: Arguments, name: string) => z.string().catch('').parse(args[name]);

/** A channel the bot may write to; refusals as on https://docs.slack.dev/reference/methods/chat.postMessage#errors (2026-11-23). */
function writable(world: World, args: Arguments): StandInChannel {
  const channel = world.channels.get(string(args, 'channel'));
  if (channel === undefined) throw new Refusal('channel_not_found');
  if (!channel.joined) throw new Refusal('not_in_channel');
  if (channel.archived) throw new Refusal('is_archived');
  return channel;
}

const metadataSchema = z.object({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.unknown()),
});

/** https://docs.slack.dev/reference/methods/chat.postMessage (2026-11-23) */
const postMessage: Method = (world, args) => {
  const channel = writable(world, args);
  const content = checkContent(args, world);
  const metadata = args.metadata === undefined ? undefined : metadataSchema.safeParse(args.metadata);
  if (metadata?.success === false) throw new Refusal('invalid_metadata_schema');
  const ts = nextTs(world);
  const message = { kind: 'message', channel: channel.id, ts, bot_id: world.bot.id, ...content } as const;
  world.messages.push(metadata ? { ...message, metadata: metadata.data } : message);
  return { channel: channel.id, ts };
};

/** https://docs.slack.dev/reference/methods/chat.update#errors (2026-11-23); metadata stays unless it is given. */
const update: Method = (world, args) => {
  const channel = world.channels.get(string(args, 'channel'));
  if (channel === undefined) throw new Refusal('channel_not_found');
  const index = world.messages.findIndex((each) => each.channel === channel.id && each.ts === string(args, 'ts'));
  const message = world.messages[index];
  if (message === undefined) throw new Refusal('message_not_found');
  if (message.bot_id !== world.bot.id) throw new Refusal('cant_update_message');
  world.messages[index] = { ...message, ...checkContent(args, world), edited: true };
  return { channel: channel.id, ts: message.ts };
};

/** https://docs.slack.dev/reference/methods/chat.postEphemeral#errors (2026-11-23) */
const postEphemeral: Method = (world, args) => {
  const channel = writable(world, args);
  const user = string(args, 'user');
  if (!world.users.has(user) || (channel.user !== undefined && channel.user !== user)) {
    throw new Refusal('user_not_in_channel');
  }
  const ts = nextTs(world);
  world.ephemerals.push({ kind: 'ephemeral', channel: channel.id, ts, user, ...checkContent(args, world) });
  return { message_ts: ts };
};

/** https://docs.slack.dev/reference/methods/views.open#errors (2026-11-23) */
const openView: Method = (world, args) => {
  const trigger = world.triggers.get(string(args, 'trigger_id'));
  if (trigger === undefined) throw new Refusal('invalid_trigger_id');
  if (trigger.used) throw new Refusal('exchanged_trigger_id');
  if (world.clock.now().getTime() > trigger.expires) throw new Refusal('expired_trigger_id');
  const body = checkView(args.view);
  trigger.used = true;
  const view = { id: nextId('V'), user: trigger.user, body, hash: nextTs(world), typed: new Map() };
  world.views.set(view.id, view);
  return { view: { id: view.id, hash: view.hash, ...body } };
};

/** https://docs.slack.dev/reference/methods/views.update#errors (2026-11-23) */
const updateView: Method = (world, args) => {
  const view = world.views.get(string(args, 'view_id'));
  if (view === undefined) throw new Refusal('not_found');
  if (args.hash !== undefined && args.hash !== view.hash) throw new Refusal('hash_conflict');
  replaceView(world, view, args.view);
  return { view: { id: view.id, hash: view.hash, ...view.body } };
};

/** https://docs.slack.dev/reference/methods/views.publish#errors (2026-11-23): `not_enabled`, `invalid_arguments`. */
const publishView: Method = (world, args) => {
  const user = string(args, 'user_id');
  if (!world.users.has(user)) throw new Refusal('invalid_arguments', ['invalid `user_id`']);
  if (!world.homeEnabled) throw new Refusal('not_enabled');
  const body = checkHome(args.view);
  world.homes.set(user, body);
  return { view: { id: `VHOME${user}`, ...body } };
};

/** https://docs.slack.dev/reference/methods/conversations.open#errors (2026-11-23) */
const openConversation: Method = (world, args) => {
  const user = world.users.get(string(args, 'users'));
  if (user === undefined) throw new Refusal('user_not_found');
  if (user.flags?.is_bot) throw new Refusal('cannot_dm_bot');
  return { channel: { id: directChannel(world, user.id).id } };
};

/** A user as Slack shows them. */
function showUser(world: World, user: StandInUser) {
  const { id, name, email, phone, flags, team_id = world.team } = user;
  const profile = { real_name: name, ...(email && { email }), ...(phone && { phone }) };
  return { id, team_id, name, real_name: name, profile, ...flags };
}

/** https://docs.slack.dev/reference/methods/users.lookupByEmail#errors (2026-11-23): a deactivated account is not found. */
const lookupByEmail: Method = (world, args) => {
  const email = string(args, 'email').toLowerCase();
  const user = [...world.users.values()].find((each) => each.email?.toLowerCase() === email && !each.flags?.deleted);
  if (user === undefined) throw new Refusal('users_not_found');
  return { user: showUser(world, user) };
};

/** https://docs.slack.dev/reference/methods/users.list (2026-11-23): pages by a cursor; deactivated accounts are in it. */
const listUsers: Method = (world, args) => {
  const limit = Number(args.limit ?? 0) || world.users.size;
  if (limit > 1000) throw new Refusal('limit_required');
  const start = Number(string(args, 'cursor') || 0);
  if (!Number.isInteger(start)) throw new Refusal('invalid_cursor');
  const all = [...world.users.values()];
  const next = start + limit < all.length ? String(start + limit) : '';
  const members = all.slice(start, start + limit).map((user) => showUser(world, user));
  return { members, response_metadata: { next_cursor: next } };
};

/** https://docs.slack.dev/reference/methods/users.info (2026-11-23) */
const userInfo: Method = (world, args) => {
  const user = world.users.get(string(args, 'user'));
  if (user === undefined) throw new Refusal('user_not_found');
  const { id, name, email, phone, flags, locale, team_id = world.team } = user;
  const profile = { real_name: name, ...(email && { email }), ...(phone && { phone }) };
  const asked = args.include_locale === 'true' || args.include_locale === true;
  return {
    user: { id, team_id, name, real_name: name, profile, ...flags, ...(asked && { locale: locale ?? 'zh-CN' }) },
  };
};

/** https://docs.slack.dev/reference/methods/auth.test (2026-11-23) */
const authTest: Method = ({ team, bot }) => ({
  url: 'https://example.slack.com/',
  team_id: team,
  user_id: bot.user,
  bot_id: bot.id,
});

/** The methods of the Web API that there are here. */
export const methods: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.postEphemeral': postEphemeral,
  'views.open': openView,
  'views.update': updateView,
  'views.publish': publishView,
  'conversations.open': openConversation,
  'conversations.history': history,
  'users.info': userInfo,
  'users.list': listUsers,
  'users.lookupByEmail': lookupByEmail,
  'files.info': fileInfo,
  'files.getUploadURLExternal': uploadUrl,
  'files.completeUploadExternal': completeUpload,
};
