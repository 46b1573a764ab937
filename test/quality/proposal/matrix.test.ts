import { describe, expect, test } from 'vitest';
import { proposal } from '../../../src/quality/proposal/proposal.ts';
import type { ProposalData } from '../../../src/quality/proposal/proposal-data.ts';
import { drawCard } from '../../../src/records/draw-card.ts';
import type { RecordOf } from '../../../src/records/record.ts';
import { openDesk } from '../../support/desk.ts';
import { markOf, readTable } from '../../support/matrix.ts';
import { parts } from '../parts.ts';
import { answers, made, proposalIn, states } from './proposal-in.ts';

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

test('a score that is taken back withdraws what QED has not decided, and nothing else; low again, it is proposed again', () => {
  const desk = openDesk();
  const after = (from: (typeof states)[number], move: 'takeBack' | 'proposeAgain') =>
    made(desk, proposalIn(desk, from), 'system', move, answers[move]);
  expect(states.map((from) => after(from, 'takeBack').state)).toEqual(['withdrawn', 'filed', 'declined', 'withdrawn']);
  expect(states.map((from) => after(from, 'proposeAgain').state)).toEqual([
    'proposed',
    'filed',
    'declined',
    'proposed',
  ]);
  const view = {
    org: desk.org,
    now: desk.setting().now,
    locale: 'zh-CN',
    platform: 'slack',
    workspace: 'T0001',
  } as const;
  const card = (record: RecordOf<ProposalData>) =>
    JSON.stringify(drawCard(proposal, record, { ...view, viewer: 'chen-jing' }, { as: 'personal' }));
  const withdrawn = after('proposed', 'takeBack');
  expect(card(withdrawn)).toContain('无需再定夺');
  expect(card(withdrawn)).not.toContain('立为发现项"');
  const again = made(desk, withdrawn, 'system', 'proposeAgain', answers.proposeAgain);
  expect(card(again)).toContain('再次回访仍为 2 分');
  expect(card(again)).not.toContain('无需再定夺');
});
