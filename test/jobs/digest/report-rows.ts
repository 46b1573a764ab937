import type { DeadlineClock } from '../../../src/records/shape/clocks.ts';
import type { ClockRow, OverdueRow, Reports } from '../../../src/records/shape/report-query.ts';

/** The end of a day in Shanghai. */
export const endOf = (day: string): Date => new Date(`${day}T23:59:59.999+08:00`);
/** A moment of a day in Shanghai. */
export const at = (day: string, time = '10:00'): Date => new Date(`${day}T${time}:00+08:00`);

/** Something overdue, restricted or not. */
export type TestOverdue = OverdueRow & { readonly restricted: boolean };

export const overdueRow = (number: string, day: string, changes: Partial<TestOverdue> = {}): TestOverdue => ({
  number,
  type: 'finding',
  title: `标题 ${number}`,
  state: 'issued',
  round: 0,
  duty: null,
  ownerIds: ['wang-lei'],
  departmentId: 'omd',
  day,
  dueAt: endOf(day),
  createdAt: at('2026-11-02'),
  restricted: false,
  extensions: [],
  ...changes,
});

/** A run of a deadline: from a day, with its first deadline, until it was met. */
export const clock = (step: string, from: string, first: string, met: string | null, until = first): DeadlineClock => ({
  step,
  round: 0,
  startedAt: at(from),
  first: endOf(first),
  until: endOf(until),
  metAt: met === null ? null : at(met),
});

export const clockRow = (
  number: string,
  clocks: readonly DeadlineClock[],
  changes: Partial<ClockRow> = {},
): ClockRow => ({
  number,
  type: 'finding',
  state: 'issued',
  open: true,
  departmentId: 'omd',
  restricted: false,
  createdAt: clocks[0]?.startedAt ?? at('2026-11-02'),
  closedAt: null,
  clocks,
  extensions: [],
  opinions: [],
  facets: {},
  ...changes,
});

/** Reports over rows that a test gives, as a database would answer them. */
export function reportsOf(rows: {
  readonly overdue?: readonly TestOverdue[];
  readonly changed?: readonly ClockRow[];
  readonly open?: readonly ClockRow[];
}): Reports {
  const { overdue = [], changed = [], open = [] } = rows;
  const all = new Map([...open, ...changed].map((row) => [row.number, row]));
  const figured = [...all.values()].filter(({ restricted }) => !restricted);
  const sorted = overdue.toSorted((left, right) => left.dueAt.getTime() - right.dueAt.getTime());
  const of = (departmentId: string | null) =>
    sorted.filter((row) => row.departmentId === departmentId && !row.restricted);
  return {
    departments: async (known) => [...new Set([...known, null, ...overdue.map(({ departmentId }) => departmentId)])],
    countOverdue: async (departments, now, then) =>
      departments.map((departmentId) => {
        const before = (instant: Date) => of(departmentId).filter(({ dueAt }) => dueAt < instant).length;
        return { departmentId, now: before(now), earlier: before(then) };
      }),
    countRestricted: async () => overdue.filter(({ restricted }) => restricted).length,
    oldestOverdue: async (departmentId, _now, limit) => of(departmentId).slice(0, limit),
    changedSince: async () =>
      changed.map((row) => ({ ...row, owed: overdue.filter(({ number }) => number === row.number) })),
    figured: async () => figured,
    clocks: async (type) => figured.filter((row) => row.type === type),
    countFigures: async (type, departments, { from, to }) => ({
      opened: figured.filter(
        (row) =>
          row.type === type && departments.includes(row.departmentId) && from <= row.createdAt && row.createdAt <= to,
      ).length,
      late: 0,
    }),
    countOpen: async () => ({ all: open.length, overdue: 0, byState: [] }),
    sortKeyOfState: async () => null,
    sortKeyOfDepartment: async () => null,
  };
}
