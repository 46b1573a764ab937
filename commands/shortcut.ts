import type { Interaction } from '../src/chat/interaction.ts';
import type { Reply } from '../src/chat/reply.ts';
import type { Context } from './context.ts';
import { useOnMessage } from './evidence/answer-evidence.ts';
import { answerPress } from './index.ts';

/** Answers a shortcut or an entry of the bot's menu: like a press of the button with that action. */
export async function answerShortcut(
  shortcut: Extract<Interaction, { kind: 'shortcut' }>,
  context: Context,
): Promise<Reply> {
  const { message, thread, action } = shortcut;
  if (message) return useOnMessage(action, message, thread, context);
  return answerPress({ ...shortcut, kind: 'press', value: {} }, context);
}
