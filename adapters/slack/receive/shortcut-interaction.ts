import { type Interaction, interactionSchema } from '../../../src/chat/interaction.ts';
import type { SlackShortcut } from '../schema.ts';
import { isDirect } from '../slack-ids.ts';
import { type Reader, readSlackMessage, slackPlace } from './read-message.ts';
import { teamOf } from './to-interaction.ts';

/** A shortcut, with the message it was used on; null if it cannot be read. */
export function shortcutInteraction(
  shortcut: SlackShortcut,
  reader: Reader,
): (Interaction & { readonly kind: 'shortcut' }) | null {
  const common = {
    kind: 'shortcut',
    id: shortcut.trigger_id,
    platform: 'slack',
    workspace: teamOf(shortcut, reader.workspace),
    userId: shortcut.user.id,
    action: shortcut.callback_id,
  };
  const parsed = interactionSchema.safeParse(
    shortcut.type === 'shortcut' ? { ...common, direct: true } : { ...common, ...usedOn(shortcut, reader) },
  );
  return parsed.success && parsed.data.kind === 'shortcut' ? parsed.data : null;
}

function usedOn({ channel, message }: Extract<SlackShortcut, { type: 'message_action' }>, reader: Reader) {
  const { ts, thread_ts: thread } = message;
  return {
    channel: channel.id,
    direct: isDirect(channel.id),
    message: readSlackMessage(message, channel.id, reader),
    ...(thread !== undefined && thread !== ts && { thread: slackPlace(reader.workspace, channel.id, thread) }),
  };
}
