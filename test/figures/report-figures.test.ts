import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { monthlySatisfaction, satisfactionBefore } from '../../jobs/digest/satisfaction.ts';
import { monthOf, quarterOf, weekOf } from '../../src/calendar/period.ts';
import { reportFigures } from '../../src/figures/satisfaction/report.ts';
import { callBack } from '../../src/quality/call-back/call-back.ts';
import type { CallBackData } from '../../src/quality/call-back/call-back-data.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { reportFiguresSchema } from '../../src/quality/satisfaction-report/report-figures.ts';
import { answers, openCallDesk } from '../quality/call-back/call-back-in.ts';
import { serving } from '../quality/incident/incident-in.ts';
import { type Engine, openEngine } from '../worlds/engine.ts';

let engine: Engine;
let count = 0;

/** A call-back of a service that was over at an instant, as it stands in the end. */
async function called(since: string, said: Partial<CallBackData>, restricted = false): Promise<void> {
  const number = `IN-2026-${String(++count).padStart(4, '0')}-C1`;
  const made = openCallDesk().create(callBack, 'system', { ...answers.told, unasked: false, since }, number);
  const record = { ...made, id: randomUUID(), origin: randomUUID(), restricted, data: { ...made.data, ...said } };
  await engine.repository.insert([{ record, nextAt: record.createdAt }]);
}

const answer = (score: 1 | 2 | 3 | 4 | 5, comment?: string): Partial<CallBackData> => ({
  answer: {
    at: '2026-10-20T02:00:00.000Z',
    by: 'xu-fang',
    via: 'call',
    score,
    complaint: false,
    ...(comment !== undefined && { comment }),
  },
});

beforeAll(async () => {
  engine = await openEngine(recordTypes, serving());
  await called('2026-09-30T15:59:59.999Z', answer(3));
  await called('2026-09-30T16:00:00.000Z', answer(5, '很快'));
  await called('2026-10-20T02:00:00.000Z', { ...answer(2, '等了很久'), projectId: 'cloud', customerId: 'office' });
  await called('2026-10-21T02:00:00.000Z', { unreachedAt: '2026-10-23T02:00:00.000Z' });
  await called('2026-10-21T03:00:00.000Z', { exemption: { at: '2026-10-21T03:00:00.000Z', by: null } });
  await called('2026-10-21T04:00:00.000Z', { ...answer(1), voidedAt: '2026-10-21T05:00:00.000Z' });
  await called('2026-10-22T02:00:00.000Z', answer(1, '投诉某人'), true);
});
afterAll(() => engine.stop());

const ground = () => ({ facts: engine.facts, org: engine.org, now: engine.now() });
const zone = 'Asia/Shanghai';

test('a quarter counts services by the site’s clock, without what is exempt, void or restricted; who was not reached stays in it', async () => {
  const figures = await reportFigures({ kind: 'quarter', period: quarterOf('2026-10-01'), zone }, ground());
  expect(figures).toMatchObject({
    services: { satisfied: { met: 1, of: 2 }, mean: 3.5, outOf100: 70 },
    servicesBefore: { satisfied: { met: 0, of: 1 }, mean: 3, outOf100: 60 },
    rated: { met: 2, of: 3 },
    customers: [{ id: 'office' }, { id: 'metro' }],
    projects: [{ id: 'cloud' }, { id: 'metro-3' }],
    comments: [
      { score: 2, number: 'IN-2026-0003-C1', text: '等了很久' },
      { score: 5, number: 'IN-2026-0002-C1', text: '很快' },
    ],
  });
  expect(figures.months.map(({ first, services }) => [first, services.of])).toEqual([
    ['2026-10-01', 2],
    ['2026-11-01', 0],
    ['2026-12-01', 0],
  ]);
  expect(reportFiguresSchema.parse(figures)).toEqual(figures);
});

test('a project’s figures are of its own services alone', async () => {
  const period = { kind: 'quarter', period: quarterOf('2026-10-01'), zone } as const;
  const figures = await reportFigures(period, ground(), { projectId: 'cloud' });
  expect(figures).toMatchObject({ services: { satisfied: { met: 0, of: 1 } }, rated: { met: 1, of: 1 } });
});

test('the month’s post has the worst three comments; it is not sent where nobody was asked', async () => {
  const all = { platform: 'console', workspace: 'local', departments: 'all' } as const;
  const month = await monthlySatisfaction(all, monthOf('2026-10-01'), ground());
  expect(month?.comments.map(({ score }) => score)).toEqual([2, 5]);
  expect(month?.figures.months).toHaveLength(6);
  expect(await monthlySatisfaction(all, monthOf('2026-08-01'), ground())).toBeNull();
  const others = { ...all, departments: ['rd'] };
  expect(await monthlySatisfaction(others, monthOf('2026-10-01'), ground())).toBeNull();
});

test('the week’s line tells of the week before, and is left out where no service was over in it', async () => {
  const all = { platform: 'console', workspace: 'local', departments: 'all' } as const;
  expect(await satisfactionBefore(all, weekOf('2026-10-26'), ground())).toEqual({
    satisfied: { met: 0, of: 1 },
    rated: { met: 1, of: 2 },
  });
  expect(await satisfactionBefore(all, weekOf('2026-11-09'), ground())).toBeNull();
});
