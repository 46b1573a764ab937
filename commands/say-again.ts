import { z } from 'zod';
import { answerSaid } from './answer-said.ts';
import { type Command, command } from './command.ts';
import type { CommandTable } from './find-command.ts';

/** A button that says something, as a suggestion does: the same as if the presser had typed it. */
export const sayAgain = (table: () => CommandTable): Command =>
  command({
    id: 'qm.say',
    value: z.object({ text: z.string().max(300) }),
    press: ({ text }, press, context) => {
      const { action: _pressed, value: _said, place: _place, ...common } = press;
      return answerSaid(table(), { ...common, kind: 'command', noun: null, text }, context);
    },
  });
