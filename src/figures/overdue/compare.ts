import { inTurns } from '../../in-turns.ts';
import type { Organisation } from '../../org/organisation.ts';
import { nameOfOverdue, overdueAt, type Steps } from '../../records/decide/deadline-at.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { Registry } from '../../records/registry.ts';
import type { ChangedRow, OverdueCount } from '../../records/shape/report-query.ts';

/** What was overdue at an earlier instant. */
export interface Comparison {
  /** By department; departments with nothing overdue any more come in the order in which their records changed. */
  readonly before: ReadonlyMap<string | null, number>;
  /** How many of them are no longer overdue. */
  readonly settled: number;
}

/**
 * Compares by the clocks, not by what was reported at the time. A record without a decision since then is unchanged: it was overdue if its deadline
 * had passed by then, which the database counts. For the others, the clocks decide, and for requests to people, when they were made and answered.
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
    // Already counted as if no decision had been made on it.
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
