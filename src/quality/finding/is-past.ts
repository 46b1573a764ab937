import { dayOf } from '../../calendar/day.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { FindingData } from './finding-data.ts';

/** Whether a day has ended, by the clock of the responsible department. */
export const isPast = (day: string, record: RecordOf<FindingData>, { org, now }: RecordContext) =>
  day < dayOf(now, org.calendarOf(siteOf(record, org)).zone);
