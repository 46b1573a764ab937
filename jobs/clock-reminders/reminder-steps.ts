import type { Organisation } from '../../src/org/organisation.ts';
import type { ClockReminders } from '../../src/records/declaration/state.ts';
import type { RunningRow } from '../../src/records/store/work-repository.ts';

/** A step on the way to a deadline: half of the time is gone, this many minutes are left, it is missed. */
export type ReminderStep = 'half' | 'missed' | `before${number}`;

/** A step that a record has reached. */
export interface Reached {
  readonly row: RunningRow;
  readonly rung: ReminderStep;
  readonly at: Date;
}

/** A reminder later than this is not sent: it would be wrong by then. */
const STALE_MS = 60 * 60_000;
/** Reminders about a queue are combined, four times an hour. */
const SLOT_MS = 15 * 60_000;

/** The latest step that a record has reached within the last hour; null if none. Pure. */
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

/** One person's reminder of a queue. */
export interface QueueReminder {
  readonly personId: string;
  /** The end of the quarter-hour in which these reached their steps. */
  readonly slot: Date;
  /** How many are due within this many minutes, the most urgent first. */
  readonly counts: readonly { readonly minutes: number; readonly count: number }[];
}

/** The queue reminders for the quarter-hour that ended last: the same no matter which process computes them, and when. Pure. */
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
