import { describe, expect, test } from 'vitest';
import { commitment } from '../../../src/quality/commitment/commitment.ts';
import { markOf, readTable } from '../../support/matrix.ts';
import { openServiceDesk } from '../incident/incident-in.ts';
import { commitmentAnswers, commitmentIn, commitmentStates } from '../visit/visit-in.ts';

const page = new URL('./matrix.txt', import.meta.url);
const when = readTable(page, '1. WHEN');
const who = readTable(page, '2. WHO');
const parts: Readonly<Record<string, string>> = {
  Own: 'liu-yang',
  Mgr: 'wang-lei',
  Oth: 'wu-qiang',
  Qed: 'chen-jing',
  Sys: 'system',
};

test('the page names every move, state and part', () => {
  expect(when.rows.map(([move]) => move)).toEqual(Object.keys(commitment.moves));
  expect(when.columns).toEqual(Object.keys(commitment.states));
  expect(who.columns).toEqual(Object.keys(parts));
});

describe.each(commitmentStates)('a commitment that is %s', (state) => {
  const desk = openServiceDesk();
  const record = commitmentIn(desk, state);

  test.each(Object.entries(commitmentAnswers))(
    'takes %s from whom the page says, and tells anybody else why not',
    (move, said) => {
      const start = when.rows.find(([name]) => name === move)?.[when.columns.indexOf(state) + 1];
      const row = who.rows.find(([from, name]) => from === state && name === move);
      const written = who.columns.map((part, index) => `${part} ${start === 'yes' ? row?.[index + 2] : start}`);
      const answered = who.columns.map(
        (part) => `${part} ${markOf(desk.ask(commitment, record, parts[part] ?? '', move, said))}`,
      );
      expect(answered).toEqual(written);
    },
  );
});
