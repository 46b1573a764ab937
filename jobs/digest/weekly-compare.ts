import { setImmediate } from 'node:timers/promises';
import type { Organisation } from '../../src/org/organisation.ts';
import { nameOfOverdue, overdueAt, type Steps } from '../../src/records/deadline-at.ts';
import { siteOf } from '../../src/records/due.ts';
import type { Registry } from '../../src/records/registry.ts';
import type { ClockRow, OverdueRow } from '../../src/records/report-query.ts';

/** What is overdue now held against what was then. */
export interface Comparison {
  /** How much is overdue now that was not then. */
  readonly fresh: number;
  /** What was overdue then, and whether it still is. */
  readonly before: readonly { readonly departmentId: string | null; readonly still: boolean }[];
}

/** So many records are looked at before others have their turn. */
const CHUNK = 1_000;

/**
 * Compares by the clocks, not by what was said then. A record on which nothing was decided since then is as it was: overdue then
 * if its deadline was over then. Of the others the clocks tell, and of what was asked of people, when that was and is answered.
 */
export async function compareOverdue(
  overdue: readonly OverdueRow[],
  changed: readonly ClockRow[],
  then: Date,
  { org, registry }: { readonly org: Organisation; readonly registry: Registry },
): Promise<Comparison> {
  const steps = new Map(registry.all.map((type) => [type.type, stepsOf(type)]));
  const wasThen = (row: ClockRow) =>
    overdueAt(row, steps.get(row.type) ?? nothing, then, org.calendarOf(siteOf(row, org)).zone);
  const overdueThen = new Map(changed.map((row) => [row.number, wasThen(row)]));
  const now = new Set<string>();
  const before: Comparison['before'][number][] = [];
  let fresh = 0;
  for (const [index, { number, duty, dueAt, departmentId }] of overdue.entries()) {
    const name = nameOfOverdue(duty);
    now.add(`${number}/${name}`);
    if (overdueThen.get(number)?.has(name) ?? dueAt < then) before.push({ departmentId, still: true });
    else fresh += 1;
    if (index % CHUNK === CHUNK - 1) await setImmediate();
  }
  for (const { number, departmentId } of changed) {
    for (const name of overdueThen.get(number) ?? []) {
      if (!now.has(`${number}/${name}`)) before.push({ departmentId, still: false });
    }
  }
  return { fresh, before };
}

const nothing: Steps = { states: new Set(), duties: new Set() };

function stepsOf({ states }: Registry['all'][number]): Steps {
  const duties = Object.values(states).flatMap(({ also = [] }) => also.map(({ step }) => step));
  return { states: new Set(Object.keys(states)), duties: new Set(duties) };
}
