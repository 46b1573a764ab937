import { type Interaction, interactionSchema } from '../../../src/chat/interaction.ts';
import type { Clock } from '../../../src/clock.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import type { ChatMemory } from '../chat-memory.ts';
import { readCallback } from '../render/callback-value.ts';
import type { ActionEvent } from '../schema.ts';
import { readAnswers } from './read-answers.ts';

/** An interaction of one kind. */
export type Kind<K extends Interaction['kind']> = Interaction & { readonly kind: K };

/** An action on a card, and the card's message. */
export type CardAction =
  | { readonly kind: 'press'; readonly interaction: Kind<'press'>; readonly mark: string | undefined }
  | {
      readonly kind: 'submit';
      readonly interaction: Kind<'submit'>;
      readonly chat: string;
      readonly message: string;
      readonly locale: Locale;
      /** The field whose files must be collected from the replies to the message. */
      readonly files: string | undefined;
    }
  | { readonly kind: 'cancel'; readonly message: string; readonly locale: Locale }
  /** Authentic, but not one of our current cards. */
  | { readonly kind: 'unknown' };

export interface ReceiveOptions {
  readonly workspace: string;
  readonly nouns: readonly string[];
  readonly memory: ChatMemory;
  readonly clock: Clock;
}

function common(event: ActionEvent, { workspace, memory }: ReceiveOptions, direct: boolean) {
  const { open_id: userId, tenant_key: tenant } = event.operator;
  const { open_chat_id: channel } = event.context;
  if (direct) memory.noteDirectChat(userId, channel);
  if (tenant !== undefined && event.tenant_key !== undefined && tenant !== event.tenant_key)
    memory.noteExternal(userId);
  return { id: event.event_id, platform: 'feishu', workspace, userId, channel, direct } as const;
}

/** A card callback as an action. A form card is only ever posted in a direct message. */
export function receiveAction(event: ActionEvent, options: ReceiveOptions): CardAction {
  const { action, context } = event;
  const callback = readCallback(action.value);
  if (callback === null) return { kind: 'unknown' };
  const message = context.open_message_id;
  switch (callback.kind) {
    case 'press': {
      const direct = callback.direct || options.memory.isDirect(context.open_chat_id);
      const place = { platform: 'feishu', workspace: options.workspace, channel: context.open_chat_id, message };
      const { action: pressed, value, mark } = callback;
      const interaction = interactionSchema.safeParse({
        ...common(event, options, direct),
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
        ...common(event, options, true),
        kind: 'submit',
        form: callback.form,
        context: callback.context,
        answers: readAnswers(action.form_value ?? {}),
      });
      if (!interaction.success || interaction.data.kind !== 'submit') return { kind: 'unknown' };
      const { locale, files } = callback;
      return { kind: 'submit', interaction: interaction.data, chat: context.open_chat_id, message, locale, files };
    }
    case 'cancel':
      return { kind: 'cancel', message, locale: callback.locale };
    default:
      return callback satisfies never;
  }
}
