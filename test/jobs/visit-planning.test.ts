import { describe, expect, test } from 'vitest';
import { visitsIn } from '../../jobs/digest/gather-week.ts';
import { visitPlanning } from '../../jobs/visit-planning.ts';
import { type Day, shiftDay } from '../../src/calendar/day.ts';
import { instantAt } from '../../src/calendar/instant-at.ts';
import { weekOf } from '../../src/calendar/period.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import type { FactRow } from '../../src/records/declaration/figures.ts';
import { createRegistry } from '../../src/records/registry.ts';
import type { Facts } from '../../src/records/store/facts-repository.ts';
import { noReports } from '../support/no-reports.ts';
import { testOrganisation } from '../support/organisation.ts';

interface Visit {
  readonly customerId: string;
  readonly state: string;
  readonly dueDay: Day;
  readonly onDay?: Day;
}

const name = (zh: string) => ({ zh, en: zh });
/** One key customer, visited every three months and planned three weeks ahead; `levels` gives others. */
const company = (levels: Readonly<Record<string, string>> = { metro: 'key' }) =>
  testOrganisation({
    customers: Object.entries(levels).map(([id, level]) => ({ id, name: name(id), level })),
  });

const factsOf = (visits: readonly Visit[]): Facts => ({
  between: async () =>
    visits.map(({ state, ...data }, index) => ({
      number: `VS-2026-000${index + 1}`,
      state,
      restricted: false,
      departmentId: 'omd',
      data,
    })) as unknown as readonly FactRow<never>[],
  betweenOrDue: async () => ({ counted: [], due: [] }),
});

/** What the morning of a day plans: customer and day, and under which keys. */
async function plan(day: Day, visits: readonly Visit[], org: Organisation = company()) {
  const now = instantAt(day, '08:30', 'Asia/Shanghai');
  const [turn] = visitPlanning.occurrencesDue(org, now);
  if (!turn) throw new Error(`no turn on ${day}`);
  const context = {
    org,
    now,
    routes: new Set<string>(),
    dues: { dueUntil: async () => [] },
    reports: noReports,
    facts: factsOf(visits),
    registry: createRegistry([]),
  };
  return visitPlanning.run({ ...turn, job: visitPlanning.name }, context);
}

/** Every morning from one day to another, each seeing what those before it planned. */
async function mornings(from: Day, to: Day, visits: readonly Visit[], org?: Organisation): Promise<string[]> {
  const told: string[] = [];
  const known = [...visits];
  for (let day = from; day <= to; day = shiftDay(day, 1)) {
    for (const intent of await plan(day, known, org)) {
      if (intent.kind !== 'raise') throw new Error(intent.kind);
      const { customerId, dueDay } = intent.input as Pick<Visit, 'customerId' | 'dueDay'>;
      told.push(`${day} ${customerId} by ${dueDay}`);
      known.push({ customerId, dueDay, state: 'planned' });
    }
  }
  return told;
}

const held = (onDay: Day): Visit => ({ customerId: 'metro', state: 'closed', dueDay: onDay, onDay });

describe('the plan of visits, morning after morning', () => {
  test('asks for one three weeks before the interval ends, once, however many mornings go by', async () => {
    expect(await mornings('2026-11-01', '2027-03-31', [held('2026-09-14')])).toEqual([
      '2026-11-23 metro by 2026-12-14',
    ]);
  });

  test('asks at once for what is overdue after a standstill, and not for a day that is past', async () => {
    expect(await mornings('2027-02-01', '2027-02-03', [held('2026-09-14')])).toEqual([
      '2027-02-01 metro by 2027-02-01',
    ]);
  });

  test('waits while a day is agreed or a record must be submitted, and then counts from the day of the visit', async () => {
    const agreed = { ...held('2026-12-04'), state: 'agreed', dueDay: '2026-12-14' };
    expect(await mornings('2026-11-23', '2027-03-31', [held('2026-09-14'), agreed])).toEqual([]);
    const written = { ...agreed, state: 'written' };
    expect(await mornings('2027-02-01', '2027-02-20', [held('2026-09-14'), written])).toEqual([]);
    const done = { ...agreed, state: 'closed' };
    expect(await mornings('2026-12-05', '2027-03-31', [held('2026-09-14'), done])).toEqual([
      '2027-02-11 metro by 2027-03-04',
    ]);
  });

  test('counts from the day that one was due which was cancelled, so that it is not asked for again the next morning', async () => {
    const cancelled = { customerId: 'metro', state: 'cancelled', dueDay: '2026-12-14' };
    expect(await mornings('2026-11-24', '2027-03-31', [held('2026-09-14'), cancelled])).toEqual([
      '2027-02-21 metro by 2027-03-14',
    ]);
  });

  test('asks for the first visit of a customer on the morning after it becomes a key customer', async () => {
    const before = company({ metro: 'major', office: 'ordinary' });
    expect(await mornings('2026-11-01', '2026-11-30', [], before)).toEqual([]);
    expect(await mornings('2026-12-01', '2026-12-31', [], company({ metro: 'key', office: 'ordinary' }))).toEqual([
      '2026-12-01 metro by 2026-12-22',
    ]);
  });

  test('raises under a key of customer and interval, so that a second replica raises nothing new', async () => {
    const [first, again] = await Promise.all([1, 2].map(() => plan('2026-11-23', [held('2026-09-14')])));
    expect(first).toMatchObject([{ kind: 'raise', type: 'visit', key: 'visit-planning:metro:after:VS-2026-0001' }]);
    expect(again).toEqual(first);
  });

  test.each([
    { what: 'a visit that is overdue', visits: [held('2026-01-05')] },
    { what: 'a first visit', visits: [] },
  ])('asks under the same key for $what as long as what it asked for is not there', async ({ visits }) => {
    const mornings = await Promise.all(['2026-11-23', '2026-11-24', '2026-11-27'].map((day) => plan(day, visits)));
    const raised = mornings.flat().map(({ key }) => key);
    expect(raised).toHaveLength(3);
    expect(new Set(raised).size).toBe(1);
  });

  test('asks under another key for the interval after a visit that was held, or cancelled, before it was due', async () => {
    const before = await plan('2026-11-23', [held('2026-01-05')]);
    const early = { ...held('2026-01-05'), dueDay: '2026-11-23' };
    const [after, again] = await Promise.all([
      plan('2026-11-24', [held('2026-01-05'), early]),
      plan('2026-11-24', [held('2026-01-05'), { ...early, state: 'cancelled', dueDay: '2026-01-05' }]),
    ]);
    expect(after.map(({ key }) => key)).not.toEqual(before.map(({ key }) => key));
    expect(again).toEqual(after);
  });

  test('has its turn each morning, from the reminders’ time to the end of the day', () => {
    const on = (instant: string) =>
      visitPlanning.occurrencesDue(company(), new Date(instant)).map(({ period }) => period);
    expect(on('2026-11-28T00:29:00Z')).toEqual([]);
    expect(on('2026-11-28T00:30:00Z')).toEqual(['2026-11-28']);
    expect(on('2026-11-28T15:59:00Z')).toEqual(['2026-11-28']);
  });
});

test('the weekly digest names the visits of its week whose day is agreed, the earliest first', async () => {
  const org = company({ metro: 'key', office: 'key' });
  const agreed = (customerId: string, onDay: Day, state = 'agreed') => ({
    customerId,
    onDay,
    dueDay: '2026-12-14',
    state,
  });
  const facts = factsOf([
    agreed('metro', '2026-11-27'),
    agreed('office', '2026-11-23'),
    agreed('metro', '2026-11-25', 'cancelled'),
    agreed('metro', '2026-11-30'),
    { customerId: 'office', dueDay: '2026-11-25', state: 'planned' },
  ]);
  const week = weekOf('2026-11-25');
  const audience = { platform: 'console', workspace: 'local', departments: 'all' } as const;
  expect(await visitsIn(audience, week, { org, facts })).toEqual([
    { name: name('office'), day: '2026-11-23' },
    { name: name('metro'), day: '2026-11-27' },
  ]);
  expect(await visitsIn({ ...audience, departments: ['hr'] }, week, { org, facts })).toEqual([]);
});
