import type { Day } from '../../calendar/day.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';

/** The day by which a complaint received now must be answered, by the calendar of the department's site. */
export function answerDayFrom(departmentId: string | null, at: Date, { org }: Pick<RecordContext, 'org'>): Day {
  return org.calendarOf(siteOf({ departmentId }, org)).addWorkingDays(at, org.settings.complaints.answer).day;
}
