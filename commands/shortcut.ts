import type { Interaction } from '../src/chat/interaction.ts';
import type { Reply } from '../src/chat/reply.ts';
import type { Context } from './context.ts';
import { answerPress } from './index.ts';

/** Answers a shortcut or an entry of the standing menu: like a press of the button with that action. */
export async function answerShortcut(
  shortcut: Extract<Interaction, { kind: 'shortcut' }>,
  context: Context,
): Promise<Reply> {
  return answerPress({ ...shortcut, kind: 'press', value: {} }, context);
}
