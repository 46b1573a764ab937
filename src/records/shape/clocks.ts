import { z } from 'zod';
import type { Deadline } from '../../calendar/deadline.ts';

/** One run of a deadline: from entering a state (or the start of a duty) until leaving it. */
export const clockSchema = z.object({
  /** The name of the state or duty. */
  step: z.string(),
  round: z.number().int(),
  startedAt: z.date(),
  /** The first deadline: on-time is always computed against it. */
  first: z.date(),
  /** The current deadline, including extensions. */
  until: z.date(),
  metAt: z.date().nullable(),
  /** Since when it is paused, in service time; the deadline is then what it would be without that pause. */
  pausedAt: z.date().optional(),
  /** The working days it was given, if they run through a year whose calendar is not published: see `recompute.ts`. */
  provisionalDays: z.number().int().optional(),
});
export type DeadlineClock = z.infer<typeof clockSchema>;

/** How a deadline was kept. `open` while it is running and has not passed. */
export type Punctuality = 'open' | 'onTime' | 'lateExtended' | 'late';

/** How a deadline was kept as of `now`: measured against the first deadline; an extension softens lateness but never hides it. */
export function punctualityOf(
  { first, until, metAt, pausedAt }: Pick<DeadlineClock, 'first' | 'until' | 'metAt' | 'pausedAt'>,
  now: Date,
): Punctuality {
  const at = metAt ?? pausedAt ?? now;
  if (at <= first) return metAt ? 'onTime' : 'open';
  return at <= until ? 'lateExtended' : 'late';
}

/** A clock that starts now. */
export const started = (
  step: string,
  round: number,
  { at, days, provisional }: Deadline,
  now: Date,
): DeadlineClock => ({
  step,
  round,
  startedAt: now,
  first: at,
  until: at,
  metAt: null,
  ...(provisional && { provisionalDays: days }),
});

/** The running clock of a step; undefined if there is none. */
export function runningClock(clocks: readonly DeadlineClock[], step: string): DeadlineClock | undefined {
  return clocks.findLast((clock) => clock.step === step && clock.metAt === null);
}

/** The rows with every running clock of these steps stopped at `at`. */
export function stopped(clocks: readonly DeadlineClock[], steps: readonly string[], at: Date): DeadlineClock[] {
  return clocks.map((clock) => (clock.metAt === null && steps.includes(clock.step) ? { ...clock, metAt: at } : clock));
}

/** The rows with the last clock of a step running again, as if it had never stopped; null if there is none. */
export function resumed(clocks: readonly DeadlineClock[], step: string): DeadlineClock[] | null {
  const last = clocks.findLastIndex((clock) => clock.step === step);
  return last < 0 ? null : clocks.map((clock, index) => (index === last ? { ...clock, metAt: null } : clock));
}

/** The rows with the running clock of a step continued under another step; null if none is running. */
export function renamed(clocks: readonly DeadlineClock[], from: string, to: string): DeadlineClock[] | null {
  const running = runningClock(clocks, from);
  return running ? clocks.map((clock) => (clock === running ? { ...clock, step: to } : clock)) : null;
}

/** The rows with the running clock of a step extended to `until`. */
export function extended(clocks: readonly DeadlineClock[], step: string, until: Date): DeadlineClock[] {
  return clocks.map((clock) => (clock.step === step && clock.metAt === null ? { ...clock, until } : clock));
}
