import { inTurns } from '../../in-turns.ts';
import type { Organisation } from '../../org/organisation.ts';
import { nameOfOverdue, overdueAt, type Steps } from '../../records/decide/deadline-at.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { Registry } from '../../records/registry.ts';
import type { ChangedRow, OverdueCount } from '../../records/shape/report-query.ts';

/** What was overdue at an earlier instant. */
export interface Comparison {
  /** By department, in the order in which their records changed for those where nothing is overdue any more. */
  readonly before: ReadonlyMap<string | null, number>;
  /** How much of it is overdue no longer. */
  readonly settled: number;
}

/**
 * Compares by the clocks, not by what was said then. A record on which nothing was decided since then is as it was: overdue then
 * if its deadline was over then, which is counted. Of the others the clocks tell, and of what was asked of people, when that was
 * and is answered.
 */
export async function compareOverdue(
  counts: readonly OverdueCount[],
  changed: readonly ChangedRow[],
  then: Date,
  { org, registry, now }: { readonly org: Organisation; readonly registry: Registry; readonly now: Date },
): Promise<Comparison> {
  const steps = new Map(registry.all.map((type) => [type.type, stepsOf(type)]));
  const before = new Map(
    counts.filter(({ earlier }) => earlier > 0).map(({ departmentId, earlier }) => [departmentId, earlier]),
  );
  let settled = 0;
  const changes = await inTurns(changed, (row) => {
    const zone = org.calendarOf(siteOf(row, org)).zone;
    const was = overdueAt(row, steps.get(row.type) ?? nothing, then, zone);
    const late = row.owed
      .filter(({ dueAt }) => dueAt < now)
      .map(({ duty, dueAt }) => ({ name: nameOfOverdue(duty), dueAt }));
    const names = new Set(late.map(({ name }) => name));
    const gone = [...was].filter((name) => !names.has(name)).length;
    // Counted as if nothing had been decided on it.
    const counted = late.filter(({ dueAt }) => dueAt < then).length;
    return { row, gone, more: late.filter(({ name }) => was.has(name)).length + gone - counted };
  });
  for (const { row, gone, more } of changes) {
    settled += gone;
    if (more !== 0) before.set(row.departmentId, (before.get(row.departmentId) ?? 0) + more);
  }
  return { before, settled };
}

const nothing: Steps = { states: new Set(), duties: new Set() };

function stepsOf({ states }: Registry['all'][number]): Steps {
  const duties = Object.values(states).flatMap(({ also = [] }) => also.map(({ step }) => step));
  return { states: new Set(Object.keys(states)), duties: new Set(duties) };
}
