import type { Day } from '../../calendar/day.ts';
import type { Circumstances } from '../../records/declaration/circumstances.ts';
import { siteOf } from '../../records/due.ts';

/** The day by which what comes in now is answered, by the calendar of the department's site. */
export function answerDayFrom(departmentId: string | null, at: Date, { org }: Pick<Circumstances, 'org'>): Day {
  return org.calendarOf(siteOf({ departmentId }, org)).addWorkingDays(at, org.settings.complaints.answer).day;
}
