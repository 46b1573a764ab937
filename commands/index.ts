import type { Reply } from '../src/chat/reply.ts';
import { answerSaid } from './answer-said.ts';
import type { Command, Press, Said, Submit } from './command.ts';
import type { Context } from './context.ts';
import { refuse } from './replies.ts';
import { commandsFor } from './table.ts';

/** Answers what somebody said: a slash command, or plain words to the bot. */
export const answerCommand = (said: Said, context: Context): Promise<Reply> =>
  answerSaid(commandsFor(context.registry.all), said, context);

/** Answers a press of a button: its action is a command's id. */
export async function answerPress(press: Press, context: Context): Promise<Reply> {
  const command = commandsFor(context.registry.all).byId(press.action);
  const value = readValue(command, press.value);
  if (!command?.press || !value.success) return refuse(context, { key: command?.stale ?? 'refusal.noSuchMove' });
  return command.press(value.data, press, context);
}

/** Answers a form that was handed in: its id is a command's. */
export async function answerSubmit(submit: Submit, context: Context): Promise<Reply> {
  const command = commandsFor(context.registry.all).byId(submit.form);
  const value = readValue(command, submit.context);
  if (!command?.submit || !value.success) return refuse(context, { key: 'refusal.noSuchMove' });
  return command.submit(submit.answers, value.data, submit, context);
}

/** What came back from the platform, as the command knows it. */
function readValue(command: Command | undefined, value: unknown) {
  return command?.value?.safeParse(value) ?? ({ success: true, data: undefined } as const);
}
