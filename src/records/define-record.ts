import type { BoundCreation, Creation } from './declaration/creation.ts';
import type { RecordType } from './declaration/record-type.ts';

export { move, moveWith } from './declare-move.ts';

import { commonMoves } from './common-moves/index.ts';
import { parseAnswers } from './parse-answers.ts';

/** Declares how a record comes into being. */
export function creation<Data, Input>(declaration: Creation<Data, Input>): BoundCreation<Data> {
  return {
    ask: declaration.asks,
    bind(answers) {
      const parsed = parseAnswers(declaration.asks.schema, answers);
      if (!parsed.ok) return parsed;
      const { input } = parsed;
      return {
        ok: true,
        leadsTo: declaration.leadsTo?.(input) ?? null,
        initial: (who) => declaration.initial(input, who),
        initialCommon: (who) => declaration.initialCommon?.(input, who) ?? {},
        followUps: (born, circumstances) => declaration.followUps?.(born, input, circumstances) ?? [],
      };
    },
  };
}

/**
 * Declares a record type. Checks at load that every state and move it names exists, so that a slip of the pen ends the
 * start and not a conversation.
 */
export function defineRecord<Data>(type: Omit<RecordType<Data>, 'commonMoves'>): RecordType<Data> {
  const known = new Set(Object.keys(type.states));
  for (const [name, { from }] of Object.entries(type.moves)) {
    const stray = from.find((state) => !known.has(state));
    if (stray !== undefined) throw new TypeError(`${type.type}.${name} starts from an unknown state: ${stray}`);
  }
  if (!known.has(type.initialState)) throw new TypeError(`${type.type} begins in an unknown state`);
  return { ...type, commonMoves: commonMoves<Data>(type.states, type.posts ?? []) };
}
