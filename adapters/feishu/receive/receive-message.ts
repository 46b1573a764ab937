import { interactionSchema } from '../../../src/chat/interaction.ts';
import type { Message } from '../../../src/chat/message.ts';
import { type MessageEvent, menuEventSchema } from '../schema.ts';
import { isForBot, readCommand, readMessage } from './read-message.ts';
import type { Kind, ReceiveOptions } from './receive.ts';

/** A message: addressed to the bot and readable, too long to read, or not for us. */
export type ReceivedMessage =
  | { readonly kind: 'command'; readonly interaction: Kind<'command'> }
  /** It has files, replies to another message or forwards some: nobody is waiting for the answer. */
  | { readonly kind: 'message'; readonly interaction: Kind<'message'> }
  | { readonly kind: 'tooLong'; readonly userId: string; readonly message: string }
  /** It mentions a user in a group, and the bot's own id is not known yet. */
  | { readonly kind: 'undecided' }
  | { readonly kind: 'ignored' };

/** The most characters of a command; the limit of the interaction schema. */
export const commandCharacters = 40_000;

/**
 * A message event as a command, or as a message. Its id is the message's, since Feishu may push one message under two event ids.
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive ("注意事项", 2026-11-23)
 */
export function receiveMessage(event: MessageEvent, bot: string | undefined, options: ReceiveOptions): ReceivedMessage {
  const { sender, message, tenant_key: tenant } = event;
  if (sender.sender_type !== 'user') return { kind: 'ignored' };
  const userId = sender.sender_id.open_id;
  const direct = message.chat_type === 'p2p';
  if (direct) options.memory.noteDirectChat(userId, message.chat_id);
  if (sender.tenant_key !== undefined && sender.tenant_key !== tenant) options.memory.noteExternal(userId);
  if (!direct && bot === undefined && message.mentions?.length) return { kind: 'undecided' };
  if (!isForBot(message, bot)) return { kind: 'ignored' };
  const read = readMessage(event, bot, options.workspace, options.clock.now());
  if (isMore(message, read)) return asMessage(event, read, options);
  if (read.text === '') return { kind: 'ignored' };
  if (read.text.length > commandCharacters) return { kind: 'tooLong', userId, message: message.message_id };
  const interaction = interactionSchema.safeParse({
    kind: 'command',
    ...common(event, options),
    ...readCommand(read.text, options.nouns),
  });
  if (!interaction.success || interaction.data.kind !== 'command') return { kind: 'ignored' };
  return { kind: 'command', interaction: interaction.data };
}

/** An entry of the bot's menu as a shortcut: its key is the action. Null if it cannot be read. */
export function receiveMenu(event: unknown, { workspace }: ReceiveOptions): Kind<'shortcut'> | null {
  const parsed = menuEventSchema.safeParse(event);
  if (!parsed.success) return null;
  const { event_id: id, operator, event_key: action } = parsed.data;
  const userId = operator.operator_id.open_id;
  return { kind: 'shortcut', id, platform: 'feishu', workspace, userId, direct: true, action };
}

/** Whether a message is more than text: it has files, replies to another message, or forwards some. */
function isMore({ parent_id: parent, message_type: type }: MessageEvent['message'], { files }: Message): boolean {
  return files.length > 0 || parent !== undefined || type === 'merge_forward';
}

function asMessage(event: MessageEvent, read: Message, options: ReceiveOptions): ReceivedMessage {
  const { parent_id: parent, root_id: root, chat_id: channel, message_type: type } = event.message;
  const at = (message: string) => ({ platform: 'feishu', workspace: options.workspace, channel, message });
  const thread = root ?? parent;
  const text = read.text.slice(0, commandCharacters);
  const interaction = interactionSchema.safeParse({
    ...common(event, options),
    kind: 'message',
    text,
    message: { ...read, text },
    forwards: type === 'merge_forward',
    ...(parent !== undefined && { parent: at(parent) }),
    ...(thread !== undefined && { thread: at(thread) }),
  });
  if (!interaction.success || interaction.data.kind !== 'message') return { kind: 'ignored' };
  return { kind: 'message', interaction: interaction.data };
}

function common({ message, sender }: MessageEvent, { workspace }: ReceiveOptions) {
  return {
    id: message.message_id,
    platform: 'feishu',
    workspace,
    userId: sender.sender_id.open_id,
    channel: message.chat_id,
    direct: message.chat_type === 'p2p',
  };
}
