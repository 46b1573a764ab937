import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { RecordOf } from '../shape/record.ts';
import type { Move, MoveDeclaration, Target } from './move.ts';
import { parseAnswers } from './parse-answers.ts';
import type { RecordContext } from './record-context.ts';

const nothing = z.unknown().transform(() => undefined);

/** The states and moves named in a type's words. */
export type StateName<Words> = Words extends { readonly state: infer States } ? keyof States & string : never;
export type MoveName<Words> = Words extends { readonly move: infer Moves } ? keyof Moves & string : never;

/** Declares moves of one record type: the compiler checks `from`, `to` and `next` against the states and moves in its words. */
export function movesOf<Data, Words>() {
  return {
    move: (declaration: MoveDeclaration<Data, undefined, StateName<Words>, MoveName<Words>>): Move<Data> =>
      move<Data>(declaration),
    moveWith: <Input>(declaration: MoveDeclaration<Data, Input, StateName<Words>, MoveName<Words>>): Move<Data> =>
      moveWith<Data, Input>(declaration),
  };
}

/** Declares a move without questions. */
export function move<Data>(declaration: MoveDeclaration<Data, undefined>): Move<Data> {
  return bindMove(declaration, nothing);
}

/** Declares a move with a form (`asks`), or a system move with an `input` schema. */
export function moveWith<Data, Input>(declaration: MoveDeclaration<Data, Input>): Move<Data> {
  const schema = declaration.asks?.schema ?? declaration.input;
  if (!schema) throw new TypeError('A move that takes input declares `asks` or `input`.');
  return bindMove(declaration, schema);
}

function bindMove<Data, Input>(declaration: MoveDeclaration<Data, Input>, schema: z.ZodType<Input>): Move<Data> {
  return {
    ...declaration,
    ask: declaration.asks ?? null,
    targets: targetsOf(declaration.to),
    bind(answers) {
      const parsed = parseAnswers(schema, answers);
      if (!parsed.ok) return parsed;
      const { input } = parsed;
      return {
        ok: true,
        bound: {
          to: (record, circumstances) => stateAfter(declaration, record, input, circumstances),
          names: () => declaration.names?.(input) ?? [],
          check: (record, who) => declaration.check?.(record, input, who) ?? null,
          apply: (record, who) => declaration.apply?.(record, input, who) ?? record.data,
          applyCommon: (record, who) => declaration.applyCommon?.(record, input, who) ?? record.common,
          extendsTo: (record, who) => declaration.extendsTo?.(record, input, who) ?? null,
          followUps: (after, circumstances) => declaration.followUps?.(after, input, circumstances) ?? [],
          news: (after, circumstances) => declaration.news?.(after, input, circumstances) ?? [],
          next: (after) => declaration.next?.(after, input) ?? null,
          caution: (after) => declaration.caution?.(after, input) ?? null,
        },
      };
    },
  };
}

const targetsOf = <Data, Input>(to: Target<Data, Input> | undefined): readonly string[] => {
  if (to === undefined) return [];
  return typeof to === 'string' ? [to] : to.oneOf;
};

/** Fails with `records.strayTarget` if an undeclared state is chosen: the diagrams and tests would not know about it. */
function stateAfter<Data, Input>(
  { to }: MoveDeclaration<Data, Input>,
  record: RecordOf<Data>,
  input: Input,
  circumstances: RecordContext,
): string {
  if (to === undefined) return record.state;
  if (typeof to === 'string') return to;
  const chosen = to.choose(record, input, circumstances);
  if (chosen !== null && !to.oneOf.includes(chosen)) {
    throw new AppError('records.strayTarget', { number: record.number, state: chosen });
  }
  return chosen ?? record.state;
}
