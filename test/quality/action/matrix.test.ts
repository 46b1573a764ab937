import { action } from '../../../src/quality/action/action.ts';
import { describeMatrix } from '../../support/describe-matrix.ts';
import { openPureEngine, type PureEngine } from '../../worlds/pure-engine.ts';
import { parts } from '../parts.ts';

const answers = {
  complete: { evidence: '工单 4711' },
  noteProgress: { progress: '模板已起草' },
  transfer: { to: 'huang-tao', reason: '徐芳休假' },
  reopen: { reason: '模板还没有发布' },
  withdraw: { reason: '发现项撤销' },
  admitted: { people: ['qian-li'] },
} as const;
const states = ['open', 'done', 'withdrawn'] as const;

function actionIn(desk: PureEngine, state: (typeof states)[number]) {
  const open = desk.create(
    action,
    'system',
    {
      finding: 'FD-2026-0001',
      departmentId: 'omd',
      kind: 'corrective',
      what: '更新交接单模板',
      ownerId: 'xu-fang',
      dueDay: '2026-12-04',
    },
    'FD-2026-0001-A1',
  );
  if (state === 'open') return open;
  const verdict =
    state === 'done'
      ? desk.ask(action, open, 'xu-fang', 'complete', answers.complete)
      : desk.ask(action, open, 'system', 'withdraw', answers.withdraw);
  if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
  return verdict.record;
}

describeMatrix({
  noun: 'an action',
  type: action,
  page: new URL('./matrix.txt', import.meta.url),
  parts,
  states,
  openDesk: openPureEngine,
  recordIn: actionIn,
  answer: (move) => answers[move as keyof typeof answers],
});
