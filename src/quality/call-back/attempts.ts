import { dayOf } from '../../calendar/day.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { Attempt, CallBackData } from './call-back-data.ts';

/** Whether there were enough attempts, on enough days (settings), to count the customer as unreached. */
export function isUnreached(
  attempts: readonly Attempt[],
  { departmentId }: Pick<CallBackData, 'departmentId'>,
  org: Organisation,
): boolean {
  const { zone } = org.siteOfDepartment(departmentId ?? '');
  const missed = attempts.filter(({ outcome }) => outcome === 'noAnswer');
  const days = new Set(missed.map(({ at }) => dayOf(new Date(at), zone)));
  return missed.length >= org.settings.callBackAttempts && days.size >= org.settings.callBackAttemptDays;
}

/** The earliest time of the next call: when the customer asked for it, or a while after an unanswered call; null for now. */
export function callAgainAt({ attempts }: Pick<CallBackData, 'attempts'>, { settings }: Organisation): Date | null {
  const last = attempts.at(-1);
  if (!last) return null;
  if (last.until !== undefined) return new Date(last.until);
  return new Date(Date.parse(last.at) + settings.callBackRetryMinutes * 60_000);
}

/** The agent it is reserved for; null if none. */
export function takenBy({ taken }: Pick<CallBackData, 'taken'>, now: Date): string | null {
  const isOver = taken?.until !== undefined && new Date(taken.until) <= now;
  return taken && !isOver ? taken.by : null;
}
