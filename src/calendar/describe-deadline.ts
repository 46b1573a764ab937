import type { Locale } from '../i18n/locale.ts';
import { type Day, startOfDay } from './day.ts';
import { explainDeadline } from './explain-deadline.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * What `qmbot deadline DAY COUNT` prints: the day on a line by itself, followed by the word `provisional` where it is, and
 * then the arithmetic day by day. Fails with `calendar.badDay` or `calendar.badCount`.
 */
export function describeDeadline(calendar: WorkingCalendar, start: Day, days: number, locale: Locale): string[] {
  const deadline = calendar.addWorkingDays(startOfDay(start, calendar.zone), days);
  const result = deadline.provisional ? `${deadline.day} provisional` : deadline.day;
  return [result, ...explainDeadline(deadline, locale).lines];
}
