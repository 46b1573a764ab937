import { expect, test } from 'vitest';
import { callBackLine } from '../../jobs/call-back-line.ts';
import type { FactRow } from '../../src/records/declaration/figures.ts';
import { createRegistry } from '../../src/records/registry.ts';
import type { Facts } from '../../src/records/store/facts-repository.ts';
import { noReports } from '../support/no-reports.ts';
import { testOrganisation } from '../support/organisation.ts';

const org = testOrganisation({
  channels: [{ id: 'desk', platform: 'console', channel: 'desk', departments: 'all', purposes: ['service'] }],
});
const now = new Date('2026-11-24T00:30:00Z');

const row = (since: string, data: object = {}, open = true) => ({
  number: 'IN-2026-0001-C1',
  state: open ? 'due' : 'reached',
  open,
  departmentId: 'omd',
  restricted: false,
  clocks: [],
  data: { since, departmentId: 'omd', projectId: 'x', contactId: null, taken: null, attempts: [], ...data },
});

function run(rows: readonly object[]) {
  const facts = {
    between: async () => rows as readonly FactRow<never>[],
    betweenOrDue: async () => ({ counted: [], due: [] }),
  } satisfies Facts;
  const turn = { job: 'call-back-line', scope: 'desk', period: '2026-11-24', dueAt: now, until: now };
  const dues = { dueUntil: async () => [] };
  const routes = new Set(['console:local']);
  return callBackLine.run(turn, { org, now, routes, dues, reports: noReports, facts, registry: createRegistry([]) });
}

test('tells the desk’s channel what is overdue, due today and asleep, and how yesterday was kept', async () => {
  const answered = {
    answer: { at: '2026-11-23T01:00:00.000Z', by: 'xu-fang', via: 'call', score: 5, complaint: false },
  };
  const told = await run([
    row('2026-11-22T23:00:00.000Z'),
    row('2026-11-23T03:00:00.000Z'),
    row('2026-11-23T22:00:00.000Z'),
    row('2026-11-22T02:00:00.000Z', answered, false),
  ]);
  expect(told).toMatchObject([
    {
      target: { channel: 'desk' },
      content: { overdue: 1, today: 1, later: 1, sleeping: 3, yesterday: { due: 1, reachedInTime: 1 } },
    },
  ]);
});

test('says nothing where nothing is owed and nothing was', async () => {
  expect(await run([])).toEqual([]);
});

test('is due each morning, on days off, too', () => {
  const on = (instant: string) => callBackLine.occurrencesDue(org, new Date(instant)).map(({ period }) => period);
  expect(on('2026-11-28T00:30:00Z')).toEqual(['2026-11-28']);
  expect(on('2026-11-28T00:29:00Z')).toEqual([]);
  expect(on('2026-11-28T06:30:00Z')).toEqual([]);
});
