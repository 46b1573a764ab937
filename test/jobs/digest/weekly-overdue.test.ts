import { expect, test } from 'vitest';
import { weeklyDigestContent } from '../../../jobs/digest/weekly-content.ts';
import { shareOut, weeklyDigest } from '../../../jobs/digest/weekly-overdue.ts';
import { weekOf } from '../../../src/calendar/period.ts';
import { recordTypes } from '../../../src/quality/index.ts';
import { createRegistry } from '../../../src/records/registry.ts';
import type { Extension } from '../../../src/records/shape/common.ts';
import { testOrganisation } from '../../support/organisation.ts';
import { at, clock, clockRow, overdueRow, reportsOf } from './report-rows.ts';

const org = testOrganisation();
const registry = createRegistry(recordTypes);
const everywhere = { platform: 'console', workspace: 'local', departments: 'all' } as const;
const now = at('2026-11-23', '09:00');
const then = at('2026-11-16', '09:00');
const week = weekOf('2026-11-23');

const digest = async (
  rows: Parameters<typeof reportsOf>[0],
  audience: Parameters<typeof weeklyDigest>[0] = everywhere,
) =>
  weeklyDigestContent.parse(await weeklyDigest(audience, week, then, { org, registry, now, reports: reportsOf(rows) }));

const granted = (day: string, decidedAt: string): Extension => ({
  id: 'E1',
  step: 'issued',
  round: 0,
  askedBy: 'wang-lei',
  askedAt: at('2026-11-12').toISOString(),
  day,
  reason: '备件未到',
  answerBy: '2026-11-18',
  outcome: 'granted',
  decidedBy: 'li-na',
  decidedAt: at(decidedAt).toISOString(),
});

test('counts working days over by the calendar of the department’s site, and names owners with their identity', async () => {
  const { groups } = await digest({ overdue: [overdueRow('FD-1', '2026-11-18')] });
  expect(groups).toEqual([
    {
      department: { zh: '运维管理部', en: 'Operations' },
      count: 1,
      before: 0,
      items: [
        {
          number: 'FD-1',
          type: 'finding',
          title: '标题 FD-1',
          duty: null,
          owners: [{ name: { zh: '王磊', en: 'Wang Lei' }, userId: 'wang-lei' }],
          moreOwners: 0,
          overBy: 3,
          day: '2026-11-18',
          extended: false,
        },
      ],
    },
  ]);
});

test('groups by department, the fullest first, actions under theirs; what nobody has yet under a heading of its own', async () => {
  const { groups, total } = await digest({
    overdue: [
      overdueRow('FD-1', '2026-11-10', { departmentId: 'rd' }),
      overdueRow('FD-2', '2026-11-11'),
      overdueRow('FD-2-A1', '2026-11-12', { type: 'action', state: 'open' }),
      overdueRow('FD-3', '2026-11-13', { departmentId: null, state: 'reported' }),
    ],
  });
  expect(
    groups.map(({ department, count, items }) => [department?.en, count, items.map(({ number }) => number)]),
  ).toEqual([
    ['Operations', 2, ['FD-2', 'FD-2-A1']],
    ['Research and development', 1, ['FD-1']],
    [undefined, 1, ['FD-3']],
  ]);
  expect(total).toBe(4);
});

test('a channel of some departments is told of theirs alone, and not of what nobody has yet', async () => {
  const overdue = [
    overdueRow('FD-1', '2026-11-10', { departmentId: 'rd' }),
    overdueRow('FD-2', '2026-11-11'),
    overdueRow('FD-3', '2026-11-13', { departmentId: null }),
  ];
  const { groups } = await digest({ overdue }, { ...everywhere, departments: ['omd'] });
  expect(groups.flatMap(({ items }) => items.map(({ number }) => number))).toEqual(['FD-2']);
});

test('tells what is overdue since last week from what was overdue then, by the clocks', async () => {
  const content = await digest({
    overdue: [
      overdueRow('FD-1', '2026-11-10'),
      overdueRow('FD-2', '2026-11-18'),
      // Handed in late and given back: overdue then in another state, and overdue again.
      overdueRow('FD-3', '2026-11-20', { state: 'returned', round: 1 }),
    ],
    changed: [
      clockRow('FD-3', [
        clock('issued', '2026-11-02', '2026-11-09', '2026-11-17'),
        clock('returned', '2026-11-18', '2026-11-20', null),
      ]),
      clockRow('FD-4', [clock('issued', '2026-11-02', '2026-11-09', '2026-11-19')], { state: 'submitted' }),
      clockRow('FD-5', [clock('issued', '2026-11-10', '2026-11-17', '2026-11-17')], { state: 'submitted' }),
    ],
  });
  expect(content).toMatchObject({ total: 3, before: 3, fresh: 1, settled: 1 });
  expect(content.groups[0]).toMatchObject({ count: 3, before: 3 });
});

test('a duty beside the state is an item of its own, named and held against last week by itself', async () => {
  const confirm = { duty: { step: 'confirm' }, title: '门禁记录缺失' };
  const content = await digest({
    overdue: [
      overdueRow('FD-1', '2026-11-10', confirm),
      overdueRow('FD-1', '2026-11-18'),
      // Nobody touched it since it was asked: the clock of its deadline alone tells.
      overdueRow('FD-2', '2026-11-12', { duty: { step: 'opinion', of: 'O1' }, ownerIds: ['zheng-kai'] }),
    ],
    changed: [
      clockRow('FD-1', [
        clock('confirm', '2026-11-09', '2026-11-10', null),
        clock('issued', '2026-11-09', '2026-11-18', null),
      ]),
      clockRow('FD-6', [clock('confirm', '2026-11-02', '2026-11-03', '2026-11-18')]),
      clockRow('FD-7', [clock('confirm', '2026-11-02', '2026-11-03', '2026-11-04')]),
    ],
  });
  expect(content).toMatchObject({ total: 3, before: 3, fresh: 1, settled: 1 });
  const [group] = content.groups;
  expect(group?.items.map(({ number, duty, extended }) => [number, duty, extended])).toEqual([
    ['FD-1', 'confirm', false],
    ['FD-2', 'opinion', false],
    ['FD-1', null, false],
  ]);
});

test('what was asked of people is overdue by the day it was wanted, until it is answered, lapses or the record is closed', async () => {
  const opinion = { id: 'O1', at: at('2026-11-09').toISOString(), dueDay: '2026-11-11' };
  const wish: Extension = { ...granted('2026-11-27', '2026-11-18'), answerBy: '2026-11-13' };
  const settledOf = async (changes: Parameters<typeof clockRow>[2]) =>
    (await digest({ changed: [clockRow('FD-1', [], changes)] })).settled;
  const answered = (day: string) => ({ opinions: [{ ...opinion, answeredAt: at(day).toISOString() }] });
  expect(await settledOf(answered('2026-11-18'))).toBe(1);
  expect(await settledOf(answered('2026-11-13'))).toBe(0);
  expect(await settledOf({ opinions: [{ ...opinion, dueDay: '2026-11-17' }] })).toBe(0);
  expect(await settledOf({ extensions: [wish] })).toBe(1);
  expect(await settledOf({ extensions: [{ ...wish, outcome: 'lapsed' }] })).toBe(1);
  expect(await settledOf({ extensions: [granted('2026-11-27', '2026-11-12')] })).toBe(0);
  expect(await settledOf({ opinions: [opinion], closedAt: at('2026-11-18') })).toBe(1);
  expect(await settledOf({ opinions: [opinion], closedAt: at('2026-11-12') })).toBe(0);
});

test('what was given a later deadline since then was overdue then, and is settled', async () => {
  const extensions = [granted('2026-11-27', '2026-11-17')];
  const row = clockRow('FD-1', [clock('issued', '2026-11-02', '2026-11-09', null, '2026-11-27')], { extensions });
  expect(await digest({ changed: [row] })).toMatchObject({ total: 0, before: 1, settled: 1 });
  const earlier = { ...row, extensions: [granted('2026-11-27', '2026-11-12')] };
  expect(await digest({ changed: [earlier] })).toMatchObject({ before: 0, settled: 0 });
});

test('an extended deadline that is over says so', async () => {
  const row = overdueRow('FD-1', '2026-11-18', { extensions: [granted('2026-11-18', '2026-11-12')] });
  expect((await digest({ overdue: [row] })).groups[0]?.items[0]).toMatchObject({ extended: true, day: '2026-11-18' });
});

test('restricted records are named nowhere; their number is told only where it covers all departments', async () => {
  const overdue = [overdueRow('FD-1', '2026-11-10'), overdueRow('FD-2', '2026-11-11', { restricted: true })];
  const changed = [clockRow('FD-9', [clock('issued', '2026-11-02', '2026-11-09', '2026-11-19')], { restricted: true })];
  const content = await digest({ overdue, changed });
  expect(content).toMatchObject({ total: 1, before: 1, settled: 0, restricted: 1 });
  expect(JSON.stringify(content)).not.toContain('FD-2');
  expect(await digest({ overdue }, { ...everywhere, departments: ['omd'] })).toMatchObject({
    total: 1,
    restricted: null,
  });
});

test('a long digest names the oldest of each department in turn, and counts the rest', async () => {
  const many = Array.from({ length: 50 }, (_, index) =>
    overdueRow(`FD-${index}`, '2026-11-10', { departmentId: index < 40 ? 'omd' : 'rd' }),
  );
  const { groups } = await digest({ overdue: many });
  expect(groups.map(({ count, items }) => [count, items.length])).toEqual([
    [40, 10],
    [10, 10],
  ]);
  expect(shareOut([40, 1, 0], 20)).toEqual([19, 1, 0]);
  expect(shareOut([2, 1], 20)).toEqual([2, 1]);
});
