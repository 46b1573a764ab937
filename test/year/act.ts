import type { InteractionHandler } from '../../src/chat/port.ts';
import { toPlainText } from '../../src/chat/text.ts';
import type { Step } from './life.ts';

/** Does a step as somebody would by a form or a button. Gives what was answered; fails when the step was refused. */
export async function act(handle: InteractionHandler, step: Step, id: string): Promise<string> {
  const { person, act: action, number, answers } = step;
  const who = { id, platform: 'console', workspace: 'local', userId: person, direct: true } as const;
  const hint = number === '' ? {} : { number };
  const reply = await handle(
    Object.keys(answers).length > 0
      ? { ...who, kind: 'submit', form: action, context: hint, answers }
      : { ...who, kind: 'press', action, value: hint },
  );
  const said = reply.kind === 'toast' ? toPlainText(reply.text) : JSON.stringify(reply);
  const isTaken = reply.kind === 'toast' ? reply.tone === 'good' : reply.kind === 'form' || reply.kind === 'card';
  if (!isTaken) throw new Error(`${person} ${action} ${number}: ${said.slice(0, 600)}`);
  return said;
}
