import { type Day, shiftDay } from '../../calendar/day.ts';
import type { Customer, Organisation } from '../../org/organisation.ts';

/** A visit as the planner sees it. */
export interface KnownVisit {
  readonly customerId: string;
  readonly state: string;
  readonly dueDay: Day;
  readonly onDay?: Day | undefined;
}

/** A visit to plan, and the day by which it must take place. */
export interface DueVisit {
  readonly customerId: string;
  readonly dueDay: Day;
}

/**
 * The visits to plan today (R29): for each customer whose level has an interval, if none is open and the interval since the last one (or since a
 * canceled one was due) is about to end. A customer never visited before is due `leadDays` from now.
 */
export function visitsDue(visits: readonly KnownVisit[], org: Organisation, today: Day): DueVisit[] {
  const soon = shiftDay(today, org.settings.visits.leadDays);
  return org.customers.flatMap((customer): DueVisit[] => {
    const dueDay = nextVisitDay(customer, visits, org, today);
    return dueDay === null || dueDay > soon ? [] : [{ customerId: customer.id, dueDay }];
  });
}

/** The day by which a customer must be visited next, by its level; null if the level has no interval, or a visit is open. */
export function nextVisitDay(
  { id, level, active }: Customer,
  visits: readonly KnownVisit[],
  { settings }: Organisation,
  today: Day,
): Day | null {
  const months = settings.customerLevels.find((one) => one.id === level)?.visitMonths ?? null;
  const own = visits.filter(({ customerId }) => customerId === id);
  if (!active || months === null || own.some(isOpen)) return null;
  const last = own
    .map(({ state, onDay, dueDay }) => (state === 'closed' ? (onDay ?? dueDay) : dueDay))
    .sort()
    .at(-1);
  if (last === undefined) return shiftDay(today, settings.visits.leadDays);
  const dueDay = monthsLater(last, months);
  return dueDay < today ? today : dueDay;
}

/** Whether a visit is planned, agreed or written up, but not submitted. */
export const isOpen = ({ state }: Pick<KnownVisit, 'state'>): boolean => state !== 'closed' && state !== 'cancelled';

/** The same day this many months later, or the last day of a shorter month. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
