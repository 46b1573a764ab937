import { type Interaction, interactionSchema } from '../../src/chat/interaction.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { readCallback } from './callback-value.ts';
import type { ChatMemory } from './chat-memory.ts';
import { readAnswers } from './read-answers.ts';
import { readCommand, readMessage } from './read-message.ts';
import { type ActionEvent, actionEventSchema, messageEventSchema } from './schema.ts';

type Kind<K extends Interaction['kind']> = Interaction & { readonly kind: K };

/** Something done to a card, and the message it was done to. */
export type CardAction =
  | { readonly kind: 'press'; readonly interaction: Kind<'press'>; readonly mark: string | undefined }
  | { readonly kind: 'submit'; readonly interaction: Kind<'submit'>; readonly message: string; readonly locale: Locale }
  | { readonly kind: 'cancel'; readonly message: string; readonly locale: Locale }
  /** Authentic, but none of our cards of today. */
  | { readonly kind: 'unknown' };

/** Something said: to the bot and readable, too long to be read, or not for us. */
export type Said =
  | { readonly kind: 'command'; readonly interaction: Kind<'command'> }
  | { readonly kind: 'tooLong'; readonly userId: string; readonly message: string }
  /** It mentions somebody in a group, and who the bot is could not be learned yet. */
  | { readonly kind: 'undecided' }
  | { readonly kind: 'ignored' };

export interface ReceiveOptions {
  readonly workspace: string;
  readonly nouns: readonly string[];
  readonly memory: ChatMemory;
}

/** The most characters of a command; the schema of interactions takes no more. */
export const commandCharacters = 40_000;

/**
 * A message event as a command. Its id is the message's, for Feishu may push one message under two event ids.
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive ("注意事项", 2026-11-23)
 */
export function receiveMessage(event: unknown, bot: string | undefined, options: ReceiveOptions): Said {
  const parsed = messageEventSchema.safeParse(event);
  if (!parsed.success || parsed.data.sender.sender_type !== 'user') return { kind: 'ignored' };
  const { sender, message, tenant_key: tenant } = parsed.data;
  const userId = sender.sender_id.open_id;
  const direct = message.chat_type === 'p2p';
  if (direct) options.memory.noteDirectChat(userId, message.chat_id);
  if (sender.tenant_key !== undefined && sender.tenant_key !== tenant) options.memory.noteExternal(userId);
  if (!direct && bot === undefined && message.mentions?.length) return { kind: 'undecided' };
  const said = readMessage(message, bot);
  if (said === null || said === '') return { kind: 'ignored' };
  if (said.length > commandCharacters) return { kind: 'tooLong', userId, message: message.message_id };
  const interaction = interactionSchema.safeParse({
    kind: 'command',
    id: message.message_id,
    platform: 'feishu',
    workspace: options.workspace,
    userId,
    channel: message.chat_id,
    direct,
    ...readCommand(said, options.nouns),
  });
  if (!interaction.success || interaction.data.kind !== 'command') return { kind: 'ignored' };
  return { kind: 'command', interaction: interaction.data };
}

function common(event: ActionEvent, { workspace, memory }: ReceiveOptions, direct: boolean) {
  const { open_id: userId, tenant_key: tenant } = event.operator;
  const { open_chat_id: channel } = event.context;
  if (direct) memory.noteDirectChat(userId, channel);
  if (tenant !== undefined && event.tenant_key !== undefined && tenant !== event.tenant_key)
    memory.noteExternal(userId);
  return { id: event.event_id, platform: 'feishu', workspace, userId, channel, direct } as const;
}

/** A card callback as what was done. A form card only ever stands in a direct message. */
export function receiveAction(event: unknown, options: ReceiveOptions): CardAction {
  const parsed = actionEventSchema.safeParse(event);
  const callback = parsed.success ? readCallback(parsed.data.action.value) : null;
  if (!parsed.success || callback === null) return { kind: 'unknown' };
  const { action, context } = parsed.data;
  const message = context.open_message_id;
  switch (callback.kind) {
    case 'press': {
      const direct = callback.direct || options.memory.isDirect(context.open_chat_id);
      const place = { platform: 'feishu', workspace: options.workspace, channel: context.open_chat_id, message };
      const { action: pressed, value, mark } = callback;
      const interaction = interactionSchema.safeParse({
        ...common(parsed.data, options, direct),
        kind: 'press',
        action: pressed,
        value,
        place,
      });
      if (!interaction.success || interaction.data.kind !== 'press') return { kind: 'unknown' };
      if (mark !== undefined) options.memory.noteMark(message, mark);
      return { kind: 'press', interaction: interaction.data, mark };
    }
    case 'submit': {
      const interaction = interactionSchema.safeParse({
        ...common(parsed.data, options, true),
        kind: 'submit',
        form: callback.form,
        context: callback.context,
        answers: readAnswers(action.form_value ?? {}),
      });
      if (!interaction.success || interaction.data.kind !== 'submit') return { kind: 'unknown' };
      return { kind: 'submit', interaction: interaction.data, message, locale: callback.locale };
    }
    case 'cancel':
      return { kind: 'cancel', message, locale: callback.locale };
    default:
      return callback satisfies never;
  }
}
