import type { Locale } from '../i18n/locale.ts';
import { type Day, startOfDay } from './day.ts';
import { explainDeadline } from './explain-deadline.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * Output of `qmbot deadline DAY COUNT`: the day on its own line, followed by `provisional` if it is, and then the arithmetic day by day. Fails with
 * `calendar.badDay` or `calendar.badCount`.
 */
export function describeDeadline(calendar: WorkingCalendar, start: Day, days: number, locale: Locale): string[] {
  const deadline = calendar.addWorkingDays(startOfDay(start, calendar.zone), days);
  const result = deadline.provisional ? `${deadline.day} provisional` : deadline.day;
  return [result, ...explainDeadline(deadline, locale).lines];
}
