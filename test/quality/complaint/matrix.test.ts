import { describe, expect, test } from 'vitest';
import { complaint } from '../../../src/quality/complaint/complaint.ts';
import { markOf, readTable } from '../../support/matrix.ts';
import { openServiceDesk } from '../incident/incident-in.ts';
import { answers, complaintIn, type MoveName, states } from './complaint-in.ts';

const page = new URL('./matrix.txt', import.meta.url);
const moves = Object.keys(complaint.moves) as MoveName[];
const when = readTable(page, '1. WHEN');
const who = readTable(page, '2. WHO');

/** Who plays each part. */
const parts: Readonly<Record<string, string>> = {
  Han: 'wu-qiang',
  Rec: 'emily',
  SD: 'xu-fang',
  Mgr: 'wang-lei',
  Qed: 'chen-jing',
  Acc: 'li-na',
  Str: 'zheng-kai',
  Sys: 'system',
};

const startsIn = (move: string, state: string) =>
  when.rows.find(([name]) => name === move)?.[when.columns.indexOf(state) + 1];

/** What the page says of a cell. To whoever may not read it nothing is said; then where the move does not start from the state. */
function written(state: string, move: string, part: string): string {
  if (part === 'SD' || part === 'Str') return 'h';
  const start = startsIn(move, state) ?? 'not on the page';
  if (start !== 'yes') return start;
  const row = who.rows.find(([from, name]) => from === state && name === move);
  return row?.[who.columns.indexOf(part) + 2] ?? 'not on the page';
}

test('the page names every move, every state and every part there is', () => {
  expect(when.rows.map(([move]) => move)).toEqual(moves);
  expect(when.columns).toEqual([...states]);
  expect(when.columns).toEqual(Object.keys(complaint.states));
  expect(who.columns).toEqual(Object.keys(parts));
  const starting = states.flatMap((state) =>
    moves.flatMap((move) => (startsIn(move, state) === 'yes' ? [`${state} ${move}`] : [])),
  );
  expect(who.rows.map(([state, move]) => `${state} ${move}`).sort()).toEqual(starting.sort());
});

describe.each(states)('a complaint of a person that is %s', (state) => {
  const desk = openServiceDesk();
  const record = complaintIn(desk, state, { accusedId: 'li-na' });

  test.each(moves)('takes %s from whom the page says, and tells anybody else why not', (move) => {
    const said = who.columns.map((part) => {
      const more = move === 'assign' ? { accusedId: 'li-na' } : {};
      const verdict = desk.ask(complaint, record, parts[part] ?? '', move, { ...answers[move], ...more });
      return `${part} ${markOf(verdict)}`;
    });
    expect(said).toEqual(who.columns.map((part) => `${part} ${written(state, move, part)}`));
  });
});
