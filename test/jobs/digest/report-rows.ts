import type { Clock } from '../../../src/records/clocks.ts';
import type { ClockRow, OverdueRow, Reports } from '../../../src/records/report-query.ts';

/** The end of a day in Shanghai. */
export const endOf = (day: string): Date => new Date(`${day}T23:59:59.999+08:00`);
/** A moment of a day in Shanghai. */
export const at = (day: string, time = '10:00'): Date => new Date(`${day}T${time}:00+08:00`);

export const overdueRow = (number: string, day: string, changes: Partial<OverdueRow> = {}): OverdueRow => ({
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
  restricted: false,
  extensions: [],
  ...changes,
});

/** A run of a deadline: from a day, with its first deadline, until it was met. */
export const clock = (step: string, from: string, first: string, met: string | null, until = first): Clock => ({
  step,
  round: 0,
  startedAt: at(from),
  first: endOf(first),
  until: endOf(until),
  metAt: met === null ? null : at(met),
});

export const clockRow = (number: string, clocks: readonly Clock[], changes: Partial<ClockRow> = {}): ClockRow => ({
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

/** Reports over rows that a test gives. */
export const reportsOf = (rows: {
  readonly overdue?: readonly OverdueRow[];
  readonly changed?: readonly ClockRow[];
  readonly open?: readonly ClockRow[];
}): Reports => ({
  overdue: async () => rows.overdue ?? [],
  changedSince: async () => rows.changed ?? [],
  open: async () => rows.open ?? [],
});
