import type { Organisation } from '../../src/org/organisation.ts';
import type { ClockReminders } from '../../src/records/declaration/state.ts';
import type { RunningRow } from '../../src/records/store/work-repository.ts';

/** A point on the way to a deadline: half of the time is gone, so many minutes are left, it is missed. */
export type ReminderStep = 'half' | 'missed' | `before${number}`;

/** A rung that a record has come to. */
export interface Reached {
  readonly row: RunningRow;
  readonly rung: ReminderStep;
  readonly at: Date;
}

/** What was not told within this time is not told any more: it would be wrong by then. */
const STALE_MS = 60 * 60_000;
/** What people work through in a queue is told together, four times an hour. */
const SLOT_MS = 15 * 60_000;

/** The last rung that a record has come to within the last hour; null where there is none. Pure. */
export function stepReached(
  row: RunningRow,
  { before, half, missed }: ClockReminders<never>,
  now: Date,
): Reached | null {
  const clock = row.clocks.findLast(({ step, metAt }) => step === row.state && metAt === null);
  if (!clock) return null;
  const start = clock.startedAt.getTime();
  const due = row.dueAt.getTime();
  const rungs: [ReminderStep, number][] = [
    ...(half ? [['half', start + (due - start) / 2] as [ReminderStep, number]] : []),
    ...before.map((minutes): [ReminderStep, number] => [`before${minutes}`, due - minutes * 60_000]),
    ...(missed ? [['missed', due] as [ReminderStep, number]] : []),
  ];
  const reached = rungs
    .filter(([, at]) => at > start && at <= now.getTime() && at > now.getTime() - STALE_MS)
    .sort(([, left], [, right]) => right - left);
  const [last] = reached;
  return last ? { row, rung: last[0], at: new Date(last[1]) } : null;
}

/** What one person hears of a queue at a time. */
export interface QueueReminder {
  readonly personId: string;
  /** The end of the quarter of an hour in which these came to their rungs. */
  readonly slot: Date;
  /** How many are due within so many minutes, the most urgent first. */
  readonly counts: readonly { readonly minutes: number; readonly count: number }[];
}

/** What those who work through a queue hear of the quarter of an hour that ended last: the same whoever works it out, and when. Pure. */
export function queueReminders(
  rows: readonly RunningRow[],
  { before }: ClockReminders<never>,
  org: Organisation,
  now: Date,
): QueueReminder[] {
  const slot = new Date(Math.floor(now.getTime() / SLOT_MS) * SLOT_MS);
  const byPerson = new Map<string, Map<number, number>>();
  for (const { ownerIds, dueAt } of rows) {
    for (const minutes of before) {
      const at = dueAt.getTime() - minutes * 60_000;
      if (at > slot.getTime() || at <= slot.getTime() - SLOT_MS) continue;
      for (const id of ownerIds) {
        if (org.person(id)?.active !== true) continue;
        const counts = byPerson.get(id) ?? new Map<number, number>();
        byPerson.set(id, counts.set(minutes, (counts.get(minutes) ?? 0) + 1));
      }
    }
  }
  return [...byPerson].map(([personId, counts]) => ({
    personId,
    slot,
    counts: [...counts]
      .map(([minutes, count]) => ({ minutes, count }))
      .sort((left, right) => left.minutes - right.minutes),
  }));
}
