import { describe, expect, test } from 'vitest';
import { action } from '../../../src/quality/action/action.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { markOf, readTable } from '../../support/matrix.ts';
import { parts } from '../parts.ts';

const page = new URL('./matrix.txt', import.meta.url);
const answers = {
  complete: { evidence: '工单 4711' },
  noteProgress: { progress: '模板已起草' },
  transfer: { to: 'huang-tao', reason: '徐芳休假' },
  reopen: { reason: '模板还没有发布' },
  withdraw: { reason: '发现项撤销' },
  admitted: { people: ['qian-li'] },
} as const;
const states = ['open', 'done', 'withdrawn'] as const;

function actionIn(desk: Desk, state: (typeof states)[number]) {
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

const when = readTable(page, '1. WHEN');
const who = readTable(page, '2. WHO');

test('the page names every move, state and part', () => {
  expect(when.rows.map(([move]) => move)).toEqual(Object.keys(action.moves));
  expect(when.columns).toEqual(Object.keys(action.states));
  expect(who.columns).toEqual(Object.keys(parts));
});

describe.each(states)('an action that is %s', (state) => {
  const desk = openDesk();
  const record = actionIn(desk, state);

  test.each(Object.entries(answers))(
    'takes %s from whom the page says, and tells anybody else why not',
    (move, said) => {
      const start = when.rows.find(([name]) => name === move)?.[when.columns.indexOf(state) + 1];
      const row = who.rows.find(([from, name]) => from === state && name === move);
      const written = who.columns.map((part, index) => `${part} ${start === 'yes' ? row?.[index + 2] : start}`);
      const answered = who.columns.map((part) => {
        return `${part} ${markOf(desk.ask(action, record, parts[part] ?? '', move, said))}`;
      });
      expect(answered).toEqual(written);
    },
  );
});
