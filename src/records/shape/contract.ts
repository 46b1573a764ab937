import type { z } from 'zod';
import { type Plain, plainOf } from './change.ts';

declare const input: unique symbol;

/** That others may raise records of a type, and from which answers. The type's creation parses them. */
export interface RaiseContract<Input> {
  readonly type: string;
  readonly [input]?: Input;
}

/** That others may make a move of the system on a record, and with which input. The move parses it by the same schema. */
export interface SignalContract<Schema extends z.ZodType = z.ZodType> {
  readonly move: string;
  readonly input: Schema;
}

/** Says from which answers a record of a type is raised. */
export const raised = <Input>(type: string): RaiseContract<Input> => ({ type });

/** Says with which input a move is signaled. */
export const signaled = <Schema extends z.ZodType>(move: string, input: Schema): SignalContract<Schema> => ({
  move,
  input,
});

/**
 * A record to be raised. `number` for a child of the one that raises it; `origin` where whoever asks first under it has it raised; `tells`
 * is the move by which the one that raises it hears its number.
 */
export const raise = <Input, How extends { number?: string; origin?: string; tells?: string }>(
  { type }: RaiseContract<Input>,
  answers: Input,
  how?: How,
): { kind: 'raise'; type: string; input: Plain } & How => ({
  ...(how as How),
  kind: 'raise',
  type,
  input: plainOf(answers),
});

/** A move to be made on another record, which is named by its number or by the origin that it was raised under. */
export const signal = <Schema extends z.ZodType, To extends { number: string } | { origin: string }>(
  { move }: SignalContract<Schema>,
  to: To,
  told: z.input<Schema>,
): { kind: 'signal'; move: string; input: Plain } & To => ({ ...to, kind: 'signal', move, input: plainOf(told) });
