import { AppError } from '../errors.ts';
import { dayOf, endOfDay, shiftDay, yearOf } from './day.ts';
import type { Deadline, DeadlineStep } from './deadline.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** More days than any deadline needs; anything larger is a mistake, such as milliseconds passed as days. */
const maxDays = 1000;
/** A run of non-working days longer than this means that the organization's list of holidays is wrong. */
const maxFreeRun = 366;

/**
 * The end, in the calendar's zone, of the `days`-th working day after `start`. Day 1 is the next working day, even if `start` falls on a non-working
 * day (requirements, note 7); 0 days is the end of the day of `start` itself. Fails with `calendar.badCount`, or with `calendar.noWorkingDay` if no
 * day is worked for a whole year.
 */
export function addWorkingDays(calendar: WorkingCalendar, start: Date, days: number): Deadline {
  checkCount(days);
  const startDay = dayOf(start, calendar.zone);
  const steps: DeadlineStep[] = [];
  let day = startDay;
  let freeRun = 0;
  for (let left = days; left > 0; ) {
    day = shiftDay(day, 1);
    const { working, reason } = calendar.isWorkingDay(day);
    steps.push({ day, counted: working, ...(reason && { reason }) });
    freeRun = working ? 0 : freeRun + 1;
    if (freeRun > maxFreeRun) throw new AppError('calendar.noWorkingDay', { startDay, calendar: calendar.kind });
    if (working) left -= 1;
  }
  const provisional = steps.some((step) => !calendar.published(yearOf(step.day)));
  return deadline(calendar, { startDay, day, days, unit: 'working', steps, provisional });
}

/** The end, in the calendar's zone, of the day `days` calendar days after the day of `start`. Fails with `calendar.badCount`. */
export function addCalendarDays(calendar: WorkingCalendar, start: Date, days: number): Deadline {
  checkCount(days);
  const startDay = dayOf(start, calendar.zone);
  const day = shiftDay(startDay, days);
  return deadline(calendar, { startDay, day, days, unit: 'calendar', steps: [], provisional: false });
}

function deadline(
  { zone, kind, by }: WorkingCalendar,
  parts: Omit<Deadline, 'at' | 'zone' | 'calendar' | 'by'>,
): Deadline {
  return { at: endOfDay(parts.day, zone), zone, calendar: kind, ...(by && { by }), ...parts };
}

function checkCount(days: number): void {
  if (!Number.isInteger(days) || days < 0 || days > maxDays) throw new AppError('calendar.badCount', { days });
}
