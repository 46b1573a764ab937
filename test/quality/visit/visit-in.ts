import { commitment } from '../../../src/quality/commitment/commitment.ts';
import { visit } from '../../../src/quality/visit/visit.ts';
import { type VisitData, visitData } from '../../../src/quality/visit/visit-data.ts';
import type { RecordOf } from '../../../src/records/shape/record.ts';
import type { PureEngine } from '../../worlds/pure-engine.ts';

export type Visit = RecordOf<VisitData>;

/** What is asked, answered right. */
export const answers = {
  new: { customerId: 'metro', dueDay: '2026-12-10', purpose: '年度服务回顾' },
  agree: { onDay: '2026-11-23', participantIds: ['wang-lei', 'liu-yang'] },
  write: {
    onDay: '2026-11-23',
    participantIds: ['wang-lei', 'liu-yang'],
    met: '钱明（运营部经理）',
    notes: '客户肯定早高峰保障，希望缩短夜间报修的响应。',
    sla: 'partly',
    slaNote: '夜间响应偏慢',
    newServices: '闸机状态大屏',
  },
  commit: { what: '夜间增派一名值班员', ownerId: 'liu-yang', dueDay: '2026-12-15' },
  submit: {},
  cancel: { reason: '客户改由总部统一拜访' },
  commitmentKept: { id: 'K1', on: '2026-12-01' },
} as const;
export type MoveName = Exclude<keyof typeof answers, 'new'>;

export const states = ['planned', 'agreed', 'written', 'closed', 'cancelled'] as const;
export type StateName = (typeof states)[number];

/** The visit after a move that must be taken. */
export function make(desk: PureEngine, record: Visit, by: string, move: string, said: unknown = {}): Visit {
  const verdict = desk.ask(visit, record, by, move, said);
  if (verdict.verdict !== 'done') throw new Error(`${by} ${move}: ${JSON.stringify(verdict)}`);
  visitData.parse(verdict.record.data);
  return verdict.record;
}

export const planned = (desk: PureEngine, said: Readonly<Record<string, unknown>> = {}, by = 'liu-yang') =>
  desk.create(visit, by, { ...answers.new, ...said }, 'VS-2026-0001');

/** A visit to the metro, brought to a state; what is written has a commitment. */
export function visitIn(desk: PureEngine, state: StateName): Visit {
  const after = (earlier: StateName, by: string, move: MoveName) =>
    make(desk, visitIn(desk, earlier), by, move, answers[move]);
  switch (state) {
    case 'planned':
      return planned(desk);
    case 'agreed':
      return after('planned', 'wang-lei', 'agree');
    case 'written':
      return make(desk, after('agreed', 'liu-yang', 'write'), 'liu-yang', 'commit', answers.commit);
    case 'closed':
      return after('written', 'wang-lei', 'submit');
    case 'cancelled':
      return after('planned', 'wang-lei', 'cancel');
    default:
      return state satisfies never;
  }
}

export const commitmentStates = ['open', 'done', 'dropped'] as const;
export const commitmentAnswers = {
  complete: { text: '已增派，排班表已发客户' },
  transfer: { to: 'wu-qiang' },
  drop: { text: '客户不再需要' },
} as const;

/** What Liu Yang promised on a visit, brought to a state. */
export function commitmentIn(desk: PureEngine, state: (typeof commitmentStates)[number]) {
  const { what, ownerId, dueDay } = answers.commit;
  const input = { visit: 'VS-2026-0001', customerId: 'metro', departmentId: 'omd', what, ownerId, dueDay };
  const open = desk.create(commitment, 'system', input, 'VS-2026-0001-K1');
  if (state === 'open') return open;
  const verdict =
    state === 'done'
      ? desk.ask(commitment, open, 'liu-yang', 'complete', commitmentAnswers.complete)
      : desk.ask(commitment, open, 'wang-lei', 'drop', commitmentAnswers.drop);
  if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
  return verdict.record;
}
