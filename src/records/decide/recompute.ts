import type { Day } from '../../calendar/day.ts';
import type { Deadline } from '../../calendar/deadline.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { DeadlineClock } from '../shape/clocks.ts';
import type { Common } from '../shape/common.ts';
import type { RecordOf } from '../shape/record.ts';
import { siteOf } from './due.ts';

/** The parts of a record that determine whether its deadlines need recomputing. */
export interface Provisional {
  readonly departmentId: string | null;
  readonly clocks: readonly DeadlineClock[];
  readonly common: Pick<Common, 'opinions' | 'extensions'>;
}

/** Working days counted from an instant, through a year whose calendar was not published. */
interface Given {
  readonly startedAt: Date;
  readonly days: number;
}

/** Whether one of its running deadlines runs through a year whose calendar was not published (requirements, note 7). */
export const isProvisional = (record: Provisional): boolean => givenIn(record).length > 0;

/** Whether the calendars for all years of one of these deadlines have been published. */
export function canRecompute(record: Provisional, org: Organisation): boolean {
  const calendar = org.calendarOf(siteOf(record, org));
  return givenIn(record).some((given) => settledBy(calendar, given) !== null);
}

/**
 * The record with the provisional deadlines whose calendar has been published recomputed from the day their clocks started. The new deadline becomes
 * the first one, against which on-time is computed, since the provisional one was not final; a later day granted since still applies. A stopped clock
 * is judged by the deadline it ran with.
 */
export function recomputed<Data>(record: RecordOf<Data>, org: Organisation): RecordOf<Data> {
  const calendar = org.calendarOf(siteOf(record, org));
  const clocks = record.clocks.map((clock) => {
    const due = settledOf(calendar, clock);
    return due ? withFirst(clock, due) : clock;
  });
  const index = record.clocks.findLastIndex(({ step, metAt }) => step === record.state && metAt === null);
  const [before, after] = [record.clocks[index], clocks[index]];
  const due = before && after && before !== after && after.until.getTime() === after.first.getTime();
  return {
    ...record,
    clocks,
    common: recomputedCommon(record.common, calendar),
    ...(due && { due: settledOf(calendar, before) }),
  };
}

/** Requests to people whose answers are due by a provisional day, with that day recomputed. */
export function recomputedCommon(common: Common, calendar: WorkingCalendar): Common {
  return {
    ...common,
    opinions: common.opinions.map((one) => {
      const day = recomputedDay(calendar, one.at, one.provisionalDays);
      return day === null ? one : { ...withoutDays(one), dueDay: day };
    }),
    extensions: common.extensions.map((one) => {
      const day = recomputedDay(calendar, one.askedAt, one.provisionalDays);
      return day === null ? one : { ...withoutDays(one), answerBy: day };
    }),
  };
}

function givenIn({ clocks, common }: Provisional): Given[] {
  const given = (startedAt: Date, days: number | undefined): Given[] =>
    days === undefined ? [] : [{ startedAt, days }];
  return [
    ...clocks.flatMap(({ startedAt, metAt, provisionalDays }) => (metAt ? [] : given(startedAt, provisionalDays))),
    ...common.opinions.flatMap((one) => (one.answer === undefined ? given(new Date(one.at), one.provisionalDays) : [])),
    ...common.extensions.flatMap((one) =>
      one.outcome === undefined ? given(new Date(one.askedAt), one.provisionalDays) : [],
    ),
  ];
}

/** The final deadline; null while it is still provisional. */
function settledBy(calendar: WorkingCalendar, { startedAt, days }: Given): Deadline | null {
  const due = calendar.addWorkingDays(startedAt, days);
  return due.provisional ? null : due;
}

function settledOf(calendar: WorkingCalendar, { startedAt, metAt, provisionalDays }: DeadlineClock): Deadline | null {
  return metAt || provisionalDays === undefined ? null : settledBy(calendar, { startedAt, days: provisionalDays });
}

function withFirst(clock: DeadlineClock, { at }: Deadline): DeadlineClock {
  const extended = clock.until.getTime() !== clock.first.getTime() && clock.until > at;
  return { ...withoutDays(clock), first: at, until: extended ? clock.until : at };
}

function recomputedDay(calendar: WorkingCalendar, from: string, days: number | undefined): Day | null {
  return days === undefined ? null : (settledBy(calendar, { startedAt: new Date(from), days })?.day ?? null);
}

function withoutDays<Kept extends { readonly provisionalDays?: number | undefined }>(
  one: Kept,
): Omit<Kept, 'provisionalDays'> {
  const { provisionalDays: _settled, ...rest } = one;
  return rest;
}
