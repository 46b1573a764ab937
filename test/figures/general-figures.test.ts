import { expect, test } from 'vitest';
import { generalFigures } from '../../src/figures/general/compute.ts';
import { complaint } from '../../src/quality/complaint/complaint.ts';
import { visit } from '../../src/quality/visit/visit.ts';
import type { RecordType } from '../../src/records/declaration/record-type.ts';
import type { ClockRow } from '../../src/records/shape/report-query.ts';
import { testOrganisation } from '../support/organisation.ts';

const org = testOrganisation();
const now = new Date('2026-11-30T02:00:00Z');
const november = { from: new Date('2026-10-31T16:00:00Z'), to: now };
const day = (date: string) => new Date(`${date}T02:00:00Z`);
const erased = (type: unknown) => type as RecordType<unknown>;

const row = (some: Partial<ClockRow>): ClockRow => ({
  number: 'CP-2026-0001',
  type: 'complaint',
  state: 'investigating',
  open: true,
  departmentId: 'omd',
  restricted: false,
  createdAt: day('2026-11-02'),
  closedAt: null,
  clocks: [],
  extensions: [],
  opinions: [],
  facets: {},
  ...some,
});
const over = (state: string, date: string) => ({ state, open: false, closedAt: day(date) });
const clock = (step: string, first: string, metAt: string | null) => ({
  step,
  round: 0,
  startedAt: day('2026-11-02'),
  first: day(first),
  until: day(first),
  metAt: metAt === null ? null : day(metAt),
});
const figures = (...rows: ClockRow[]) => generalFigures(erased(complaint), rows, november, { now, org });

test('what was created in the span is opened, what ended in it is closed, by its outcome', () => {
  expect(
    figures(
      row({}),
      row({ createdAt: day('2026-10-02'), ...over('closed', '2026-11-10') }),
      row(over('closed', '2026-11-12')),
      row(over('withdrawn', '2026-11-12')),
    ),
  ).toMatchObject({
    opened: 3,
    closed: 3,
    outcomes: [
      { state: 'closed', count: 2 },
      { state: 'withdrawn', count: 1 },
    ],
  });
});

test('deadlines of the answer are kept by the first deadline; what was withdrawn owed none', () => {
  const { kept } = figures(
    row({ clocks: [clock('investigating', '2026-11-09', '2026-11-06')] }),
    row({ clocks: [clock('investigating', '2026-11-09', null), clock('received', '2026-11-03', null)] }),
    row({ clocks: [clock('investigating', '2026-11-09', '2026-11-06')], ...over('withdrawn', '2026-11-06') }),
    row({ clocks: [clock('investigating', '2026-12-09', null)] }),
  );
  expect(kept).toEqual({ onTime: 1, lateExtended: 0, late: 1 });
});

test('of a type in which no answer is owed every deadline counts', () => {
  const rows = [row({ type: 'visit', state: 'closed', clocks: [clock('planned', '2026-11-09', '2026-11-06')] })];
  expect(generalFigures(erased(visit), rows, november, { now, org }).kept.onTime).toBe(1);
});

test('the mean counts working days, of what ended with a result', () => {
  const { toClose } = figures(row(over('closed', '2026-11-09')), row(over('withdrawn', '2026-11-27')));
  expect(toClose).toEqual({ days: 5, of: 1 });
});

test('the busiest department comes first, and one without anything in the span is not named', () => {
  const { departments } = figures(
    row({ departmentId: 'rd' }),
    row({}),
    row({}),
    row({ departmentId: null, createdAt: day('2026-10-02') }),
  );
  expect(departments.map(({ opened }) => opened)).toEqual([2, 1]);
});
