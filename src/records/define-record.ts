import type { TypeWord } from '../i18n/translate.ts';
import type { BoundCreation, Creation } from './declaration/creation.ts';
import type { MoveName, StateName } from './declaration/declare-move.ts';
import type { Move } from './declaration/move.ts';
import type { RecordType } from './declaration/record-type.ts';
import type { State } from './declaration/state.ts';
import type { Vocabulary } from './declaration/words.ts';

export { move, movesOf, moveWith } from './declaration/declare-move.ts';

import { commonMoves } from './common-moves/index.ts';
import { parseAnswers } from './declaration/parse-answers.ts';

/** Declares how a record is created. */
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

/** The names in a table of states or moves. */
export const namesOf = <Name extends string>(table: Readonly<Record<Name, unknown>>) => Object.keys(table) as Name[];

/** A type's states: one for each state in its words. */
export type StatesOf<Data, Words> = Readonly<Record<StateName<Words>, State<Data, MoveName<Words>>>>;

/** The declaration of a record type: its states and moves are exactly those named in its words. */
interface Declaration<Data, Words>
  extends Omit<RecordType<Data>, 'states' | 'moves' | 'commonMoves' | 'allMoves' | StateNaming> {
  readonly words: Words & Vocabulary & { readonly done: Readonly<Record<MoveName<Words> | 'create', TypeWord>> };
  readonly states: StatesOf<Data, Words>;
  readonly moves: Readonly<Record<MoveName<Words>, Move<Data>>>;
  readonly initialState: StateName<Words>;
  startsIn?(data: Data): StateName<Words>;
  readonly answeredIn?: readonly StateName<Words>[];
  readonly keptIn?: readonly StateName<Words>[];
  readonly publishedIn?: readonly StateName<Words>[];
}
type StateNaming = 'words' | 'initialState' | 'startsIn' | 'answeredIn' | 'keptIn' | 'publishedIn';

/** Declares a record type and adds the moves every type has. The compiler checks its names against its words. */
export function defineRecord<Data, Words>(type: Declaration<Data, Words>): RecordType<Data> {
  const states: Readonly<Record<string, State<Data>>> = type.states;
  const moves: Readonly<Record<string, Move<Data>>> = type.moves;
  const common = commonMoves<Data>(states, type.posts ?? []);
  const inherited = Object.entries(common).filter(([name]) => !Object.hasOwn(moves, name));
  return { ...type, states, moves, commonMoves: common, allMoves: [...Object.entries(moves), ...inherited] };
}
