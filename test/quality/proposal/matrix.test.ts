import { expect, test } from 'vitest';
import { proposal } from '../../../src/quality/proposal/proposal.ts';
import type { ProposalData } from '../../../src/quality/proposal/proposal-data.ts';
import { drawCard } from '../../../src/records/card/draw-card.ts';
import type { RecordOf } from '../../../src/records/shape/record.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import { openPureEngine } from '../../worlds/pure-engine.ts';
import { parts } from '../parts.ts';
import { answers, made, proposalIn, states } from './proposal-in.ts';

describeMatrix({
  noun: 'a proposal',
  type: proposal,
  page: new URL('./matrix.txt', import.meta.url),
  parts,
  states,
  openDesk: openPureEngine,
  recordIn: proposalIn,
  answer: (move) => answers[move as keyof typeof answers],
});

test('a score that is taken back withdraws what QED has not decided, and nothing else; low again, it is proposed again', () => {
  const desk = openPureEngine();
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
