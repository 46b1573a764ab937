import type { z } from 'zod';
import { type Plain, plainOf } from './change.ts';

declare const input: unique symbol;

/** Lets others raise records of a type, with the answers they must give. The type's creation parses them. */
export interface RaiseContract<Input> {
  readonly type: string;
  readonly [input]?: Input;
}

/** Lets others make a system move on a record, with the input they must give. The move parses it by the same schema. */
export interface SignalContract<Schema extends z.ZodType = z.ZodType> {
  readonly move: string;
  readonly input: Schema;
}

/** Declares the answers from which a record of a type is raised. */
export const raised = <Input>(type: string): RaiseContract<Input> => ({ type });

/** Declares the input with which a move is signaled. */
export const signaled = <Schema extends z.ZodType>(move: string, input: Schema): SignalContract<Schema> => ({
  move,
  input,
});

/**
 * A record to raise. `number` for a child of the record that raises it; `origin` is an idempotency key: the first request raises it; `tells` is the
 * move that reports its number back.
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

/** A move to make on another record, identified by its number or by the origin it was raised under. */
export const signal = <Schema extends z.ZodType, To extends { number: string } | { origin: string }>(
  { move }: SignalContract<Schema>,
  to: To,
  told: z.input<Schema>,
): { kind: 'signal'; move: string; input: Plain } & To => ({ ...to, kind: 'signal', move, input: plainOf(told) });
