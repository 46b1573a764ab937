import { describe, expect, test } from 'vitest';
import { finding } from '../../../src/quality/finding/finding.ts';
import { openDesk } from '../../support/desk.ts';
import { markOf, readTable } from '../../support/matrix.ts';
import { parts } from '../parts.ts';
import { answers, type MoveName } from './answers.ts';
import { findingIn, type StateName, states } from './finding-in.ts';

const page = new URL('./matrix.txt', import.meta.url);

const moves = Object.keys(answers) as MoveName[];
const when = readTable(page, '1. WHEN');
const startsIn = (move: string, state: string) =>
  when.rows.find(([name]) => name === move)?.[when.columns.indexOf(state) + 1];

test('the page names every move and every state there is, in every table', () => {
  expect(when.rows.map(([move]) => move)).toEqual(Object.keys(finding.moves));
  expect([...moves].sort()).toEqual(Object.keys(finding.moves).sort());
  expect(when.columns).toEqual(expect.arrayContaining(Object.keys(finding.states)));
  expect(when.columns).toEqual([...states]);
  const starting = states.flatMap((state) =>
    Object.keys(finding.moves).flatMap((move) => (startsIn(move, state) === 'yes' ? [`${state} ${move}`] : [])),
  );
  for (const heading of ['FROM ELSEWHERE', 'FROM AN INTERNAL AUDIT']) {
    const { columns, rows } = readTable(page, heading);
    expect(columns).toEqual(Object.keys(parts));
    expect(rows.map(([state, move]) => `${state} ${move}`).sort()).toEqual(starting.sort());
  }
});

describe.each([
  { heading: 'FROM ELSEWHERE', source: 'spotCheck' },
  { heading: 'FROM AN INTERNAL AUDIT', source: 'internalAudit' },
])('a finding $heading', ({ heading, source }) => {
  const { columns, rows } = readTable(page, heading);

  /** What the page says of a cell. Where the move does not start from the state, that is said first, to everybody. */
  function written(state: StateName, move: string, part: string): string {
    const start = startsIn(move, state) ?? 'not on the page';
    if (start !== 'yes') return start;
    const row = rows.find(([from, name]) => from === state && name === move);
    return row?.[columns.indexOf(part) + 2] ?? 'not on the page';
  }

  describe.each(states)('that is %s', (state) => {
    const desk = openDesk();
    const record = findingIn(desk, state, { source });
    desk.report('ma-li', {}, answers.merge.into);

    test.each(moves)('takes %s from whom the page says, and tells anybody else why not', (move) => {
      const said = columns.map((part) => {
        const verdict = desk.ask(finding, record, parts[part] ?? '', move, answers[move]);
        return `${part} ${markOf(verdict)}`;
      });
      expect(said).toEqual(columns.map((part) => `${part} ${written(state, move, part)}`));
    });
  });
});
