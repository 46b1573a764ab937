import { expect, test } from 'vitest';
import { callBackFigures } from '../../src/quality/call-back/call-back-figures.ts';
import { complaintFigures } from '../../src/quality/complaint/complaint-figures.ts';
import { surveyStats } from '../../src/quality/satisfaction/survey-stats.ts';
import { visitFigures } from '../../src/quality/visit/visit-figures.ts';
import type { BoundFigures, FactRow, FigureLine } from '../../src/records/declaration/figures.ts';
import { testOrganisation } from '../support/organisation.ts';

const input = { org: testOrganisation(), now: new Date('2026-11-30T02:00:00Z'), zone: 'Asia/Shanghai' };
const row = <Data>(state: string, data: Data): FactRow<Data> => ({
  number: 'X-1',
  state,
  open: false,
  departmentId: 'omd',
  restricted: false,
  clocks: [],
  data,
});
const told = (lines: readonly FigureLine[]) =>
  Object.fromEntries(lines.map(({ label, value }) => [label.split('.').at(-1), value]));
const compute = async (figures: BoundFigures, rows: readonly FactRow<unknown>[]) =>
  told(await figures.compute(async (wanted) => rows.map((one) => ({ ...one, data: wanted.parse(one.data) })), input));

test('complaints tell how many were upheld, accepted and opened again; what was withdrawn is in no number', async () => {
  const answer = { by: 'li-na', at: '2026-11-10T02:00:00.000Z', text: '已更换硬盘', upheld: 'yes' };
  const said = { kind: 'complaint', answers: [], reopenings: [] };
  const figures = await compute(complaintFigures, [
    row('closed', { ...said, answers: [{ ...answer, reaction: 'accepted' }] }),
    row('closed', { ...said, answers: [{ ...answer, upheld: 'no', reaction: 'escalated' }] }),
    row('received', { ...said, reopenings: [{ by: 'li-na', at: answer.at, reason: '又发生了' }] }),
    row('withdrawn', said),
    row('closed', {
      ...said,
      kind: 'suggestion',
      assessment: { by: 'li-na', at: answer.at, adopted: true, text: '下月起' },
    }),
  ]);
  expect(figures).toEqual({
    complaints: 3,
    upheld: { met: 1, of: 2 },
    accepted: { met: 1, of: 2 },
    reopened: 1,
    suggestions: 1,
    adopted: { met: 1, of: 1 },
  });
});

test('visits tell how many took place of those whose day is over', async () => {
  const figures = await compute(visitFigures, [
    row('closed', { dueDay: '2026-11-10', notes: '谈了机房', feedback: { sla: 'met', newServices: '驻场' } }),
    row('planned', { dueDay: '2026-11-20' }),
    row('planned', { dueDay: '2026-11-30' }),
    row('cancelled', { dueDay: '2026-11-12' }),
  ]);
  expect(figures).toEqual({ held: { met: 1, of: 2 }, slaMet: { met: 1, of: 1 }, newServices: 1, cancelled: 1 });
});

test('call-backs tell how many were reached in time, and how satisfied those were', async () => {
  const said = { since: '2026-11-20T02:00:00.000Z', departmentId: 'omd', taken: null, attempts: [] };
  const answer = { at: '2026-11-20T05:00:00.000Z', by: 'li-na', via: 'call', score: 5, complaint: false };
  const figures = await compute(callBackFigures, [
    row('reached', { ...said, answer }),
    row('reached', { ...said, answer: { ...answer, at: '2026-11-25T05:00:00.000Z', score: 2 } }),
    row('unreached', { ...said, unreachedAt: '2026-11-22T05:00:00.000Z' }),
    row('due', { ...said, since: '2026-11-30T01:00:00.000Z' }),
  ]);
  expect(figures).toEqual({
    reachedInTime: { met: 1, of: 3 },
    attemptedInTime: { met: 1, of: 3 },
    unreached: 1,
    exempt: 0,
    satisfied: { met: 1, of: 2 },
  });
});

test('surveys tell how many of those asked answered, of those that were sent', () => {
  const questionnaire = {
    id: 'q',
    version: 1,
    name: { zh: '问卷', en: 'Form' },
    overall: 'all',
    questions: [{ id: 'all', kind: 'rating' as const, text: { zh: '总体', en: 'Overall' }, required: true }],
  };
  const result = (contactId: string, all: number) => ({
    contactId,
    number: 'SI-1',
    at: input.now.toISOString(),
    ratings: { all },
  });
  const sent = {
    sentAt: '2026-11-02T02:00:00.000Z',
    questionnaire,
    contactIds: ['a', 'b', 'c'],
    results: [result('a', 5), result('b', 3)],
  };
  const lines = surveyStats([
    row('collecting', sent),
    row('cancelled', sent),
    row('planned', { contactIds: ['d'], results: [] }),
  ]);
  expect(told(lines)).toEqual({ sent: 1, response: { met: 2, of: 3 }, csat: { met: 1, of: 2 } });
});
