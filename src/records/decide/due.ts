import { dayOf, endOfDay } from '../../calendar/day.ts';
import type { Deadline } from '../../calendar/deadline.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { RecordContext } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import type { DueRule } from '../declaration/state.ts';
import type { RecordOf } from '../shape/record.ts';

/** The site whose clock and calendar apply to a record: its department's, otherwise the organization's first. */
export function siteOf(record: { readonly departmentId: string | null }, org: Organisation): string {
  return org.siteOfDepartment(record.departmentId ?? '').id;
}

/**
 * The deadline of the state a record has just entered, by the calendar of its site; null if the state has none. Working days count from the next
 * working day (requirements, note 7).
 */
export function dueOnEntry<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  circumstances: RecordContext,
): Deadline | null {
  const rule = type.states[record.state]?.due;
  // Deadlines in service time are computed once the record is settled: see `elapsed.ts`.
  return rule && rule.kind !== 'elapsed' ? dueBy(rule, record, circumstances) : null;
}

/** The deadline a rule gives if its clock starts now. */
export function dueBy<Data>(rule: DueRule<Data>, record: RecordOf<Data>, { org, now }: RecordContext): Deadline {
  const calendar = org.calendarOf(siteOf(record, org));
  if (rule.kind === 'workingDays') return calendar.addWorkingDays(now, rule.days(org));
  return dueOnDay(rule.day(record.data), record, { org, now });
}

/** The end of a given day, by the clock of the record's site. */
export function dueOnDay(
  day: string,
  record: { readonly departmentId: string | null },
  { org, now }: RecordContext,
): Deadline {
  const { zone, kind } = org.calendarOf(siteOf(record, org));
  return {
    at: endOfDay(day, zone),
    day,
    startDay: dayOf(now, zone),
    days: 0,
    unit: 'calendar',
    zone,
    calendar: kind,
    steps: [],
    provisional: false,
  };
}
