import { describe, expect, test } from 'vitest';
import { serviceReport } from '../../../src/quality/service-report/service-report.ts';
import { markOf, readTable } from '../../support/matrix.ts';
import { openReportDesk, reportIn, saidFor, states } from './report-in.ts';

const page = new URL('./matrix.txt', import.meta.url);
const moves = Object.keys(serviceReport.moves);
const when = readTable(page, '1. WHEN');
const who = readTable(page, '2. WHO');

/** Who plays each part. */
const parts: Readonly<Record<string, string>> = {
  SD: 'xu-fang',
  Enb: 'wu-qiang',
  Fst: 'huang-tao',
  Led: 'liu-yang',
  Mgr: 'wang-lei',
  Qed: 'chen-jing',
  Hed: 'zheng-kai',
  Sys: 'system',
};

const startsIn = (move: string, state: string) =>
  when.rows.find(([name]) => name === move)?.[when.columns.indexOf(state) + 1];

/** What the page says of a cell. Where the move does not start from the state, that is said first, to everybody. */
function written(state: string, move: string, part: string): string {
  const start = startsIn(move, state) ?? 'not on the page';
  if (start !== 'yes') return start;
  const row = who.rows.find(([from, name]) => from === state && name === move);
  return row?.[who.columns.indexOf(part) + 2] ?? 'not on the page';
}

test('the page names every move, every state and every part there is', () => {
  expect(when.rows.map(([move]) => move)).toEqual(moves);
  expect(when.columns).toEqual([...states]);
  expect(when.columns).toEqual(expect.arrayContaining(Object.keys(serviceReport.states)));
  expect(who.columns).toEqual(Object.keys(parts));
  const starting = states.flatMap((state) =>
    moves.flatMap((move) => (startsIn(move, state) === 'yes' ? [`${state} ${move}`] : [])),
  );
  expect(who.rows.map(([state, move]) => `${state} ${move}`).sort()).toEqual(starting.sort());
});

describe.each(states)('a service report that is %s', (state) => {
  const desk = openReportDesk();
  const record = reportIn(desk, state);

  test.each(moves)('takes %s from whom the page says, and tells anybody else why not', (move) => {
    const said = who.columns.map((part) => {
      const verdict = desk.ask(serviceReport, record, parts[part] ?? '', move, saidFor(desk, record, move));
      return `${part} ${markOf(verdict)}`;
    });
    expect(said).toEqual(who.columns.map((part) => `${part} ${written(state, move, part)}`));
  });
});
