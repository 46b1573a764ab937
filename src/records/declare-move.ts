import { z } from 'zod';
import type { Move, MoveDeclaration } from './declaration/move.ts';
import { parseAnswers } from './parse-answers.ts';

const nothing = z.unknown().transform(() => undefined);

/** Declares a move that asks nothing. */
export function move<Data>(declaration: MoveDeclaration<Data, undefined>): Move<Data> {
  return bindMove(declaration, nothing);
}

/** Declares a move with a form (`asks`), or one of the system with an `input` schema. */
export function moveWith<Data, Input>(declaration: MoveDeclaration<Data, Input>): Move<Data> {
  const schema = declaration.asks?.schema ?? declaration.input;
  if (!schema) throw new TypeError('A move that takes input declares `asks` or `input`.');
  return bindMove(declaration, schema);
}

function bindMove<Data, Input>(declaration: MoveDeclaration<Data, Input>, schema: z.ZodType<Input>): Move<Data> {
  return {
    ...declaration,
    ask: declaration.asks ?? null,
    bind(answers) {
      const parsed = parseAnswers(schema, answers);
      if (!parsed.ok) return parsed;
      const { input } = parsed;
      return {
        ok: true,
        bound: {
          to: (record, circumstances) => declaration.to?.(record, input, circumstances) ?? record.state,
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
