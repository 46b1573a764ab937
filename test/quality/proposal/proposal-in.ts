import { proposal } from '../../../src/quality/proposal/proposal.ts';
import type { ProposalData, Proposed } from '../../../src/quality/proposal/proposal-data.ts';
import type { RecordOf } from '../../../src/records/shape/record.ts';
import type { PureEngine } from '../../worlds/pure-engine.ts';

export const proposed: Proposed = {
  cause: 'slaMissed',
  about: 'IN-2026-0001',
  title: 'SLA 未达成：闸机不能刷卡',
  projectId: 'metro-3',
  customerId: 'metro',
  departmentId: 'omd',
  facts: '承诺 2 小时内解决，用时 3 小时 10 分。',
};

export const answers = {
  file: {},
  decline: { reason: '客户当时要求推迟进场，与我方无关' },
  filed: { number: 'FD-2026-0001' },
  takeBack: {},
  proposeAgain: { facts: '再次回访仍为 2 分' },
} as const;

export const states = ['proposed', 'filed', 'declined', 'withdrawn'] as const;

/** A proposal of an incident, brought to a state. */
export function proposalIn(desk: PureEngine, state: (typeof states)[number], said: Partial<Proposed> = {}) {
  const open = desk.create(proposal, 'system', { ...proposed, ...said }, 'IN-2026-0001-P1');
  switch (state) {
    case 'proposed':
      return open;
    case 'filed':
      return made(desk, made(desk, open, 'chen-jing', 'file', answers.file), 'system', 'filed', answers.filed);
    case 'declined':
      return made(desk, open, 'chen-jing', 'decline', answers.decline);
    case 'withdrawn':
      return made(desk, open, 'system', 'takeBack', answers.takeBack);
    default:
      return state satisfies never;
  }
}

/** The proposal after a move that must be taken. */
export function made(desk: PureEngine, record: RecordOf<ProposalData>, by: string, move: string, said: unknown) {
  const verdict = desk.ask(proposal, record, by, move, said);
  if (verdict.verdict !== 'done') throw new Error(`${by} ${move}: ${JSON.stringify(verdict)}`);
  return verdict.record;
}
