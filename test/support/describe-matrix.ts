import { describe, expect, test } from 'vitest';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import type { PureEngine } from '../worlds/pure-engine.ts';
import { markOf, readTable } from './matrix.ts';

/** A hand-written page, and what to compare with it. */
export interface MatrixCase<Data, State extends string> {
  /** With its article, as in `an incident`. */
  readonly noun: string;
  readonly type: RecordType<Data>;
  readonly page: URL;
  /** The heading of the table that defines the roles. */
  readonly who?: string;
  /** Who plays each part. */
  readonly parts: Readonly<Record<string, string>>;
  /** All states of the type, and combinations that are more than a state. */
  readonly states: readonly State[];
  /** The roles that may not read the record: for them it does not exist. */
  readonly hiddenFrom?: readonly string[];
  readonly openDesk: () => PureEngine;
  readonly recordIn: (desk: PureEngine, state: State) => RecordOf<Data>;
  readonly answer: (move: string, desk: PureEngine, record: RecordOf<Data>) => unknown;
}

/** Compares a record type with a page of who may do what with it, and when: every move, in every state, by every role. */
export function describeMatrix<Data, State extends string>(matrix: MatrixCase<Data, State>): void {
  const { noun, type, page, parts, states, hiddenFrom = [], openDesk, recordIn, answer } = matrix;
  const moves = Object.keys(type.moves);
  const when = readTable(page, '1. WHEN');
  const who = readTable(page, matrix.who ?? '2. WHO');

  const startsIn = (move: string, state: string) =>
    when.rows.find(([name]) => name === move)?.[when.columns.indexOf(state) + 1];

  /** The page's entry for a cell. If the move does not start from the state, that takes precedence for everyone who may read. */
  function written(state: string, move: string, part: string): string {
    if (hiddenFrom.includes(part)) return 'h';
    const start = startsIn(move, state) ?? 'not on the page';
    if (start !== 'yes') return start;
    const row = who.rows.find(([from, name]) => from === state && name === move);
    return row?.[who.columns.indexOf(part) + 2] ?? 'not on the page';
  }

  test(`the page of ${noun} names every move, every state and every part there is`, () => {
    expect(when.rows.map(([move]) => move)).toEqual(moves);
    expect(when.columns).toEqual([...states]);
    expect(when.columns).toEqual(expect.arrayContaining(Object.keys(type.states)));
    expect(who.columns).toEqual(Object.keys(parts));
    const starting = states.flatMap((state) =>
      moves.flatMap((move) => (startsIn(move, state) === 'yes' ? [`${state} ${move}`] : [])),
    );
    expect(who.rows.map(([state, move]) => `${state} ${move}`).sort()).toEqual(starting.sort());
  });

  describe.each(states)(`${noun} that is %s`, (state) => {
    const desk = openDesk();
    const record = recordIn(desk, state);

    test.each(moves)('takes %s from whom the page says, and tells anybody else why not', (move) => {
      const said = who.columns.map((part) => {
        const verdict = desk.ask(type, record, parts[part] ?? '', move, answer(move, desk, record));
        return `${part} ${markOf(verdict)}`;
      });
      expect(said).toEqual(who.columns.map((part) => `${part} ${written(state, move, part)}`));
    });
  });
}
