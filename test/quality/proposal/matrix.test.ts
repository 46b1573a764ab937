import { describe, expect, test } from 'vitest';
import { proposal } from '../../../src/quality/proposal/proposal.ts';
import { openDesk } from '../../support/desk.ts';
import { markOf, readTable } from '../../support/matrix.ts';
import { parts } from '../parts.ts';
import { answers, proposalIn, states } from './proposal-in.ts';

const page = new URL('./matrix.txt', import.meta.url);
const when = readTable(page, '1. WHEN');
const who = readTable(page, '2. WHO');

test('the page names every move, state and part', () => {
  expect(when.rows.map(([move]) => move)).toEqual(Object.keys(proposal.moves));
  expect(when.columns).toEqual(Object.keys(proposal.states));
  expect(who.columns).toEqual(Object.keys(parts));
});

describe.each(states)('a proposal that is %s', (state) => {
  const desk = openDesk();
  const record = proposalIn(desk, state);

  test.each(Object.entries(answers))(
    'takes %s from whom the page says, and tells anybody else why not',
    (move, said) => {
      const start = when.rows.find(([name]) => name === move)?.[when.columns.indexOf(state) + 1];
      const row = who.rows.find(([from, name]) => from === state && name === move);
      const written = who.columns.map((part, index) => `${part} ${start === 'yes' ? row?.[index + 2] : start}`);
      const answered = who.columns.map(
        (part) => `${part} ${markOf(desk.ask(proposal, record, parts[part] ?? '', move, said))}`,
      );
      expect(answered).toEqual(written);
    },
  );
});
