import { endOfDay } from '../../calendar/day.ts';
import type { DeadlineClock } from '../shape/clocks.ts';
import type { Extension } from '../shape/common.ts';
import type { ClockRow, OverdueRow } from '../shape/report-query.ts';
import { EXTENSION_DUTY, OPINION_DUTY } from './duties.ts';

/**
 * The deadline of a clock as it stood at an instant: its first one, or the latest that had been granted by then. `zone` is that
 * of the record's site, in which an extension's day ends.
 */
export function deadlineAt(clock: DeadlineClock, extensions: readonly Extension[], at: Date, zone: string): Date {
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

/** What of a record was past its deadline at an instant, and by what name it is known in every week: see `nameOfOverdue`. */
export function overdueAt(
  record: Pick<ClockRow, 'clocks' | 'extensions' | 'opinions' | 'closedAt'>,
  steps: Steps,
  at: Date,
  zone: string,
): ReadonlySet<string> {
  const { clocks, extensions, opinions, closedAt } = record;
  const ran = clocks.filter(({ startedAt, metAt }) => startedAt <= at && (metAt === null || metAt > at));
  const owed = ran.filter((clock) => {
    const stood = clock.pausedAt && clock.pausedAt < at ? clock.pausedAt : at;
    return deadlineAt(clock, extensions, at, zone) < stood;
  });
  const isAsked = ({ from, until, by }: { from: string; until: string | undefined; by: string }) =>
    new Date(from) <= at && (until === undefined || new Date(until) > at) && endOfDay(by, zone) < at;
  const wasOpen = closedAt === null || closedAt > at;
  const asked = wasOpen
    ? opinions.filter((one) => isAsked({ from: one.at, until: one.answeredAt, by: one.dueDay }))
    : [];
  const wished = wasOpen
    ? extensions.filter((one) => isAsked({ from: one.askedAt, until: one.decidedAt, by: one.answerBy }))
    : [];
  return new Set([
    ...owed.filter(({ step }) => steps.states.has(step)).map(() => nameOfOverdue(null)),
    ...owed.filter(({ step }) => steps.duties.has(step)).map(({ step }) => nameOfOverdue({ step })),
    ...asked.map(({ id }) => nameOfOverdue({ step: OPINION_DUTY, of: id })),
    ...wished.map(({ id }) => nameOfOverdue({ step: EXTENSION_DUTY, of: id })),
  ]);
}

/** What the clocks of a type run for: its states, and the duties that it declares beside them. */
export interface Steps {
  readonly states: ReadonlySet<string>;
  readonly duties: ReadonlySet<string>;
}

/** The name of something overdue within its record: empty for what the state's owners owe, whichever state it is. */
export const nameOfOverdue = (duty: OverdueRow['duty']): string => (duty ? `${duty.step}:${duty.of ?? ''}` : '');
