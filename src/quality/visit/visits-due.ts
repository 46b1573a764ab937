import { type Day, shiftDay } from '../../calendar/day.ts';
import type { Customer, Organisation } from '../../org/organisation.ts';

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
  const soon = shiftDay(today, org.settings.visits.leadDays);
  return org.customers.flatMap((customer): DueVisit[] => {
    const dueDay = nextVisitDay(customer, visits, org, today);
    return dueDay === null || dueDay > soon ? [] : [{ customerId: customer.id, dueDay }];
  });
}

/** The day by which a customer is to be visited next, as its level asks; null where it asks for none, or a visit is open. */
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

/** Whether a visit is planned, agreed or written, and not submitted. */
export const isOpen = ({ state }: Pick<KnownVisit, 'state'>): boolean => state !== 'closed' && state !== 'cancelled';

/** The same day so many months on, or the month's last where it has none. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
