import { dayOf } from '../../calendar/day.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import { siteOf } from '../../records/due.ts';
import type { RecordOf } from '../../records/record.ts';
import type { FindingData } from './finding-data.ts';

/** Whether a day is over, by the clock of the responsible department. */
export const isPast = (day: string, record: RecordOf<FindingData>, { org, now }: RecordContext) =>
  day < dayOf(now, org.calendarOf(siteOf(record, org)).zone);
