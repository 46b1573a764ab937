import type { Reply } from '../src/chat/reply.ts';
import { answerSaid } from './answer-said.ts';
import type { Command, Press, Said, Submit } from './command.ts';
import type { Context } from './context.ts';
import { refuse } from './replies.ts';
import { commandsFor } from './table.ts';

/** Answers what a user said: a slash command, or plain text to the bot. */
export const answerCommand = (said: Said, context: Context): Promise<Reply> =>
  answerSaid(commandsFor(context.registry.all), said, context);

/** Answers a pressed button: its action is a command's id. */
export async function answerPress(press: Press, context: Context): Promise<Reply> {
  const command = commandsFor(context.registry.all).byId(press.action);
  const value = readValue(command, press.value);
  if (!command?.press || !value.success) return refuse(context, { key: command?.stale ?? 'refusal.noSuchMove' });
  return command.press(value.data, press, context);
}

/** Answers a submitted form: its id is a command's. */
export async function answerSubmit(submit: Submit, context: Context): Promise<Reply> {
  const command = commandsFor(context.registry.all).byId(submit.form);
  const value = readValue(command, submit.context);
  if (!command?.submit || !value.success) return refuse(context, { key: 'refusal.noSuchMove' });
  return command.submit(submit.answers, value.data, submit, context);
}

/** The value returned by the platform, as parsed by the command. */
function readValue(command: Command | undefined, value: unknown) {
  return command?.value?.safeParse(value) ?? ({ success: true, data: undefined } as const);
}
