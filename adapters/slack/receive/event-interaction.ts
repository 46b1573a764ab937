import { type Interaction, interactionSchema } from '../../../src/chat/interaction.ts';
import type { SlackHomeEvent, SlackMessageEvent } from '../schema.ts';
import { isDirect } from '../slack-ids.ts';
import { readCall, readMarkup } from './read-markup.ts';
import { type Reader, readSlackMessage, slackPlace } from './read-message.ts';

/** A message written to the bot, or null if it is not a person's new message to it. */
export function messageInteraction(
  { event, event_id, team_id }: SlackMessageEvent,
  reader: Reader,
): (Interaction & { readonly kind: 'command' | 'message' }) | null {
  const { user: userId, channel, text = '', ts, thread_ts: thread, files } = event;
  const toBot = event.type === 'app_mention' || event.channel_type === 'im';
  const fresh = event.subtype === undefined || event.subtype === 'file_share';
  if (!toBot || !fresh || userId === undefined || event.bot_id !== undefined) return null;
  const common = {
    id: event_id,
    platform: 'slack',
    workspace: event.user_team ?? event.team ?? team_id,
    userId,
    channel,
    direct: isDirect(channel),
  };
  const said = event.type === 'app_mention' || isDirect(channel) ? readCall(text) : readMarkup(text);
  if (!files?.length || ts === undefined) return parse({ ...common, kind: 'command', noun: null, text: said });
  const inThread = thread !== undefined && thread !== ts;
  return parse({
    ...common,
    kind: 'message',
    text: said,
    message: readSlackMessage({ ...event, text: said, ts }, channel, reader),
    forwards: false,
    ...(inThread && { thread: slackPlace(reader.workspace, channel, thread) }),
  });
}

/** A user opens the bot's home tab; null if they only read its messages. */
export function homeInteraction({ event, event_id, team_id }: SlackHomeEvent): Interaction | null {
  if (event.tab !== 'home') return null;
  const common = { id: event_id, platform: 'slack', workspace: team_id, userId: event.user, direct: true };
  return interactionSchema.parse({ ...common, kind: 'opened' });
}

function parse(interaction: object): (Interaction & { readonly kind: 'command' | 'message' }) | null {
  const parsed = interactionSchema.safeParse(interaction);
  if (!parsed.success) return null;
  return parsed.data.kind === 'command' || parsed.data.kind === 'message' ? parsed.data : null;
}
