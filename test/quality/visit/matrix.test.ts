import { describe, expect, test } from 'vitest';
import { visit } from '../../../src/quality/visit/visit.ts';
import { markOf, readTable } from '../../support/matrix.ts';
import { openServiceDesk } from '../incident/incident-in.ts';
import { answers, type MoveName, states, visitIn } from './visit-in.ts';

const page = new URL('./matrix.txt', import.meta.url);
const moves = Object.keys(visit.moves) as MoveName[];
const when = readTable(page, '1. WHEN');
const who = readTable(page, '2. WHO');
const parts: Readonly<Record<string, string>> = {
  Mgr: 'wang-lei',
  Mrp: 'zhou-min',
  Top: 'zhao-guohua',
  Led: 'liu-yang',
  Oth: 'wu-qiang',
  Qed: 'chen-jing',
  Sys: 'system',
};

test('the page names every move, state and part', () => {
  expect(when.rows.map(([move]) => move)).toEqual(moves);
  expect(when.columns).toEqual(Object.keys(visit.states));
  expect(who.columns).toEqual(Object.keys(parts));
});

describe.each(states)('a visit that is %s', (state) => {
  const desk = openServiceDesk();
  const record = visitIn(desk, state);

  test.each(moves)('takes %s from whom the page says, and tells anybody else why not', (move) => {
    const start = when.rows.find(([name]) => name === move)?.[when.columns.indexOf(state) + 1];
    const row = who.rows.find(([from, name]) => from === state && name === move);
    const written = who.columns.map((part, index) => `${part} ${start === 'yes' ? row?.[index + 2] : start}`);
    const answered = who.columns.map(
      (part) => `${part} ${markOf(desk.ask(visit, record, parts[part] ?? '', move, answers[move]))}`,
    );
    expect(answered).toEqual(written);
  });
});
