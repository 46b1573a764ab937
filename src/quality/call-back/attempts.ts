import { dayOf } from '../../calendar/day.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { Attempt, CallBackData } from './call-back-data.ts';

/** Whether with these attempts enough has been tried, on enough days, for a customer to count as unreached (settings). */
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

/** From when on it may be called again: when the customer asked for it, or a while after a call that nobody answered; null for now. */
export function callAgainAt({ attempts }: Pick<CallBackData, 'attempts'>, { settings }: Organisation): Date | null {
  const last = attempts.at(-1);
  if (!last) return null;
  if (last.until !== undefined) return new Date(last.until);
  return new Date(Date.parse(last.at) + settings.callBackRetryMinutes * 60_000);
}

/** Who has it now, for themselves alone; null for nobody. */
export function takenBy({ taken }: Pick<CallBackData, 'taken'>, now: Date): string | null {
  const isOver = taken?.until !== undefined && new Date(taken.until) <= now;
  return taken && !isOver ? taken.by : null;
}
