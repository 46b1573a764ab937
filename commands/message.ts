import type { Interaction } from '../src/chat/interaction.ts';
import type { Reply } from '../src/chat/reply.ts';
import type { Context } from './context.ts';
import { answerCommand } from './say-command.ts';

/** Answers what was written to the bot and is more than a command. */
export async function answerMessage(
  written: Extract<Interaction, { kind: 'message' }>,
  context: Context,
): Promise<Reply> {
  const { message: _message, parent: _parent, thread: _thread, forwards: _forwards, ...rest } = written;
  return answerCommand({ ...rest, kind: 'command', noun: null }, context);
}
