import { endOfDay } from '../../calendar/day.ts';
import type { DeadlineClock } from '../shape/clocks.ts';
import type { Extension } from '../shape/common.ts';
import type { ClockRow, OverdueRow } from '../shape/report-query.ts';
import { EXTENSION_DUTY, OPINION_DUTY } from './duties.ts';

/**
 * A clock's deadline as of an instant: its first one, or the latest extension granted by then. `zone` is the record's site's, in which the
 * extension's day ends.
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

/** What was overdue on a record at an instant, under names that stay the same from week to week: see `nameOfOverdue`. */
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
  const requested = wasOpen
    ? extensions.filter((one) => isAsked({ from: one.askedAt, until: one.decidedAt, by: one.answerBy }))
    : [];
  return new Set([
    ...owed.filter(({ step }) => steps.states.has(step)).map(() => nameOfOverdue(null)),
    ...owed.filter(({ step }) => steps.duties.has(step)).map(({ step }) => nameOfOverdue({ step })),
    ...asked.map(({ id }) => nameOfOverdue({ step: OPINION_DUTY, of: id })),
    ...requested.map(({ id }) => nameOfOverdue({ step: EXTENSION_DUTY, of: id })),
  ]);
}

/** What a type's clocks run for: its states and its declared duties. */
export interface Steps {
  readonly states: ReadonlySet<string>;
  readonly duties: ReadonlySet<string>;
}

/** The name of an overdue item within its record: empty for what the state's owners owe, in any state. */
export const nameOfOverdue = (duty: OverdueRow['duty']): string => (duty ? `${duty.step}:${duty.of ?? ''}` : '');
