import { setImmediate } from 'node:timers/promises';
import type { Organisation } from '../../src/org/organisation.ts';
import { wasOverdue } from '../../src/records/deadline-at.ts';
import { siteOf } from '../../src/records/due.ts';
import type { Registry } from '../../src/records/registry.ts';
import type { ClockRow, OverdueRow } from '../../src/records/report-query.ts';

/** What is overdue now held against what was then. */
export interface Comparison {
  /** The numbers of records that are overdue now and were not then. */
  readonly fresh: ReadonlySet<string>;
  /** Records that were overdue then, and whether they still are. */
  readonly before: readonly { readonly departmentId: string | null; readonly still: boolean }[];
}

/** So many records are looked at before others have their turn. */
const CHUNK = 1_000;

/**
 * Compares by the clocks, not by what was said then. A record on which nothing was decided since then is as it was: overdue then
 * if its deadline was over then. Of the others the clocks tell.
 */
export async function compareOverdue(
  overdue: readonly OverdueRow[],
  changed: readonly ClockRow[],
  then: Date,
  { org, registry }: { readonly org: Organisation; readonly registry: Registry },
): Promise<Comparison> {
  const steps = new Map(registry.all.map(({ type, states }) => [type, new Set(Object.keys(states))]));
  const wasThen = (row: ClockRow) =>
    wasOverdue(row, steps.get(row.type) ?? new Set(), then, org.calendarOf(siteOf(row, org)).zone);
  const overdueThen = new Map(changed.map((row) => [row.number, wasThen(row)]));
  const now = new Set<string>();
  const fresh = new Set<string>();
  const before: Comparison['before'][number][] = [];
  for (const [index, { number, dueAt, departmentId }] of overdue.entries()) {
    now.add(number);
    if (overdueThen.get(number) ?? dueAt < then) before.push({ departmentId, still: true });
    else fresh.add(number);
    if (index % CHUNK === CHUNK - 1) await setImmediate();
  }
  for (const { number, departmentId } of changed) {
    if (!now.has(number) && overdueThen.get(number)) before.push({ departmentId, still: false });
  }
  return { fresh, before };
}
