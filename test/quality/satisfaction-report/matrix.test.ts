import { describe, expect, test } from 'vitest';
import { satisfactionReport } from '../../../src/quality/satisfaction-report/satisfaction-report.ts';
import { openDesk } from '../../support/desk.ts';
import { markOf, readTable } from '../../support/matrix.ts';
import { parts } from '../parts.ts';
import { answers, reportIn, states } from './satisfaction-report-in.ts';

const page = new URL('./matrix.txt', import.meta.url);
const when = readTable(page, '1. WHEN');
const who = readTable(page, '2. WHO');

test('the page names every move, state and part', () => {
  expect(when.rows.map(([move]) => move)).toEqual(Object.keys(satisfactionReport.moves));
  expect(when.columns).toEqual(Object.keys(satisfactionReport.states));
  expect(who.columns).toEqual(Object.keys(parts));
});

describe.each(states)('a satisfaction report that is %s', (state) => {
  const desk = openDesk();
  const record = reportIn(desk, state);

  test.each(Object.entries(answers))(
    'takes %s from whom the page says, and tells anybody else why not',
    (move, said) => {
      const start = when.rows.find(([name]) => name === move)?.[when.columns.indexOf(state) + 1];
      const row = who.rows.find(([from, name]) => from === state && name === move);
      const written = who.columns.map((part, index) => `${part} ${start === 'yes' ? row?.[index + 2] : start}`);
      const answered = who.columns.map(
        (part) => `${part} ${markOf(desk.ask(satisfactionReport, record, parts[part] ?? '', move, said))}`,
      );
      expect(answered).toEqual(written);
    },
  );
});
