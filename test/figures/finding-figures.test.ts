import { expect, test } from 'vitest';
import { monthlySummary } from '../../jobs/digest/monthly-summary.ts';
import { monthOf } from '../../src/calendar/period.ts';
import { monthFigures } from '../../src/figures/finding/compute.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { createRegistry } from '../../src/records/registry.ts';
import { at, clock, clockRow, endOf, reportsOf } from '../jobs/digest/report-rows.ts';
import { testOrganisation } from '../support/organisation.ts';

const org = testOrganisation();
const november = { from: at('2026-11-01', '00:00'), to: endOf('2026-11-30') };
const now = at('2026-12-01', '09:00');
const figures = (...rows: Parameters<typeof monthFigures>[0]) => monthFigures(rows, november, now, org);
const done = { open: false, state: 'closed' } as const;

test('opened by the day of the report, closed by the day of closing; turned down is not closed', () => {
  const shown = figures(
    clockRow('FD-1', [], { createdAt: at('2026-11-01', '00:00') }),
    clockRow('FD-2', [], { createdAt: at('2026-10-31', '23:59'), ...done, closedAt: at('2026-11-30', '23:59') }),
    clockRow('FD-3', [], { createdAt: at('2026-11-05'), open: false, state: 'rejected', closedAt: at('2026-11-06') }),
    clockRow('FD-4', [], { createdAt: at('2026-10-05'), ...done, closedAt: at('2026-12-01', '00:00') }),
  );
  expect(shown).toMatchObject({ opened: 2, closed: 1 });
});

test('on time is measured against the first deadline; an extension is a column of its own', () => {
  const { kept } = figures(
    clockRow('FD-1', [clock('issued', '2026-11-02', '2026-11-09', '2026-11-09')]),
    clockRow('FD-2', [clock('issued', '2026-11-02', '2026-11-09', '2026-11-12', '2026-11-13')]),
    clockRow('FD-3', [clock('issued', '2026-11-02', '2026-11-09', '2026-11-20', '2026-11-13')]),
    clockRow('FD-4', [clock('issued', '2026-11-20', '2026-11-27', null)]),
    clockRow('FD-4-A1', [clock('open', '2026-11-20', '2026-11-27', '2026-11-26')], { type: 'action', state: 'done' }),
  );
  expect(kept).toEqual({ onTime: 2, lateExtended: 1, late: 2 });
});

test('deadlines that others owe, of other months, or of what was turned down count nowhere', () => {
  const { kept } = figures(
    clockRow('FD-1', [clock('submitted', '2026-11-02', '2026-11-04', '2026-11-20')]),
    clockRow('FD-2', [clock('issued', '2026-10-20', '2026-10-27', '2026-11-03')]),
    clockRow('FD-3', [clock('issued', '2026-11-28', '2026-12-04', null)]),
    clockRow('FD-4', [clock('issued', '2026-11-02', '2026-11-09', '2026-11-12')], { open: false, state: 'withdrawn' }),
  );
  expect(kept).toEqual({ onTime: 0, lateExtended: 0, late: 0 });
});

test('mean times are working days: to the first report, and from issuing to closing', () => {
  const { toCapa, toClose } = figures(
    clockRow('FD-1', [
      clock('issued', '2026-11-02', '2026-11-09', '2026-11-06'),
      clock('returned', '2026-11-10', '2026-11-12', '2026-11-11'),
    ]),
    // Over a weekend: Friday to Monday is one working day.
    clockRow('FD-2', [clock('issued', '2026-11-13', '2026-11-20', '2026-11-16')], {
      ...done,
      closedAt: at('2026-11-20'),
    }),
  );
  expect(toCapa).toEqual({ days: 2.5, of: 2 });
  expect(toClose).toEqual({ days: 5, of: 1 });
  expect(figures().toCapa).toEqual({ days: null, of: 0 });
});

test('a summary joins departments, causes and the months before; restricted records are in none of it', async () => {
  const audience = { platform: 'console', workspace: 'local', departments: 'all' } as const;
  const row = (number: string, cause: string | null, restricted = false) =>
    clockRow(number, [clock('issued', '2026-11-02', '2026-11-09', '2026-11-06')], {
      facets: cause === null ? {} : { cause },
      restricted,
    });
  const reports = reportsOf({
    open: [row('FD-1', 'tool'), row('FD-2', 'tool'), row('FD-3', 'people', true)],
    changed: [
      row('FD-2', 'tool'),
      clockRow('FD-4', [], { createdAt: at('2026-09-10'), ...done, closedAt: at('2026-10-12') }),
    ],
  });
  const ground = { org, now, reports, registry: createRegistry(recordTypes) };
  const content = await monthlySummary(audience, monthOf('2026-11-15'), ground);
  expect(content).toMatchObject({
    first: '2026-11-01',
    figures: { opened: 2, closed: 0, kept: { onTime: 2 } },
    before: { opened: 0, closed: 1 },
    departments: [{ department: { en: 'Operations' }, opened: 2, closed: 0, kept: { onTime: 2 } }],
    causes: [{ cause: { en: 'Tool or technology' }, count: 2 }],
  });
  expect(content.trend.map(({ first, opened, closed }) => [first, opened, closed])).toEqual([
    ['2026-06-01', 0, 0],
    ['2026-07-01', 0, 0],
    ['2026-08-01', 0, 0],
    ['2026-09-01', 1, 0],
    ['2026-10-01', 0, 1],
    ['2026-11-01', 2, 0],
  ]);
});
