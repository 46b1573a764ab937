import { type Day, shiftDay } from '../../calendar/day.ts';
import type { Organisation } from '../../org/organisation.ts';

/** A visit as the plan sees it. */
export interface KnownVisit {
  readonly customerId: string;
  readonly state: string;
  readonly dueDay: Day;
  readonly onDay?: Day | undefined;
}

/** A visit that is to be planned, and the day by which it is to be. */
export interface DueVisit {
  readonly customerId: string;
  readonly dueDay: Day;
}

/**
 * The visits that are to be planned today (R29): of each customer whose level has an interval, where none is open and the interval since the last
 * one, or since a cancelled one was due, is about to end. A customer who was never visited is due `leadDays` from now.
 */
export function visitsDue(visits: readonly KnownVisit[], org: Organisation, today: Day): DueVisit[] {
  const { customerLevels, visits: rule } = org.settings;
  return org.customers.flatMap(({ id, level, active }): DueVisit[] => {
    const months = customerLevels.find((one) => one.id === level)?.visitMonths ?? null;
    const own = visits.filter(({ customerId }) => customerId === id);
    if (!active || months === null || own.some(({ state }) => state !== 'closed' && state !== 'cancelled')) return [];
    const last = own
      .map(({ state, onDay, dueDay }) => (state === 'closed' ? (onDay ?? dueDay) : dueDay))
      .sort()
      .at(-1);
    const soon = shiftDay(today, rule.leadDays);
    if (last === undefined) return [{ customerId: id, dueDay: soon }];
    const dueDay = monthsLater(last, months);
    if (dueDay > soon) return [];
    return [{ customerId: id, dueDay: dueDay < today ? today : dueDay }];
  });
}

/** The same day so many months on, or the month's last where it has none. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
