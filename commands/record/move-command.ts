import { z } from 'zod';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import { type Command, command } from '../command.ts';
import { advanceQueue } from './advance-queue.ts';
import { makeMove } from './move.ts';

/** What a button or a form says about its record. */
export const recordHint = z.object({
  number: z.string().max(60),
  round: z.number().int().nonnegative().optional(),
});

/** A move by its button and its form. In text it needs a record's number after it, which the table cannot express: see `sayNumber`. */
export function moveCommand({ type }: RecordType<unknown>, move: string): Command {
  return command({
    id: `${type}.${move}`,
    value: recordHint,
    press: async ({ number, round = null }, press, context) => {
      const reply = await makeMove({ number, type, move, round, answers: null }, press, context);
      return advanceQueue(reply, { value: press.value, number, pressed: true }, context);
    },
    submit: async (answers, { number, round = null }, submit, context) => {
      const reply = await makeMove({ number, type, move, round, answers }, submit, context);
      return advanceQueue(reply, { value: submit.context, number, pressed: false }, context);
    },
  });
}
