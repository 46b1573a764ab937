import { endOfDay } from '../calendar/day.ts';
import type { Clock } from './clocks.ts';
import type { Extension } from './common.ts';

/**
 * The deadline of a clock as it stood at an instant: its first one, or the latest that had been granted by then. `zone` is that
 * of the record's site, in which an extension's day ends.
 */
export function deadlineAt(clock: Clock, extensions: readonly Extension[], at: Date, zone: string): Date {
  const granted = extensions.filter(
    ({ step, round, outcome, decidedAt }) =>
      step === clock.step &&
      round === clock.round &&
      outcome === 'granted' &&
      decidedAt !== undefined &&
      new Date(decidedAt) <= at &&
      new Date(decidedAt) >= clock.startedAt,
  );
  return granted.reduce((latest, { day }) => {
    const end = endOfDay(day, zone);
    return end > latest ? end : latest;
  }, clock.first);
}

/** Whether a record was overdue at an instant: some clock of these steps ran then and its deadline of then was over. */
export function wasOverdue(
  record: { readonly clocks: readonly Clock[]; readonly extensions: readonly Extension[] },
  steps: ReadonlySet<string>,
  at: Date,
  zone: string,
): boolean {
  return record.clocks.some(
    (clock) =>
      steps.has(clock.step) &&
      clock.startedAt <= at &&
      (clock.metAt === null || clock.metAt > at) &&
      deadlineAt(clock, record.extensions, at, zone) < (clock.pausedAt && clock.pausedAt < at ? clock.pausedAt : at),
  );
}
