import type { Day } from '../../calendar/day.ts';
import type { Deadline } from '../../calendar/deadline.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { DeadlineClock } from '../shape/clocks.ts';
import type { Common } from '../shape/common.ts';
import type { RecordOf } from '../shape/record.ts';
import { siteOf } from './due.ts';

/** What of a record tells whether its deadlines are to be recomputed. */
export interface Provisional {
  readonly departmentId: string | null;
  readonly clocks: readonly DeadlineClock[];
  readonly common: Pick<Common, 'opinions' | 'extensions'>;
}

/** Working days that were given at an instant and lead through a year that was not published. */
interface Given {
  readonly startedAt: Date;
  readonly days: number;
}

/** Whether one of its running deadlines walks through a year whose calendar was not published (requirements, note 7). */
export const isProvisional = (record: Provisional): boolean => givenIn(record).length > 0;

/** Whether the calendar of all the years that one of them walks through has come. */
export function canRecompute(record: Provisional, org: Organisation): boolean {
  const calendar = org.calendarOf(siteOf(record, org));
  return givenIn(record).some((given) => settledBy(calendar, given) !== null);
}

/**
 * The record with the provisional deadlines whose calendar has come recomputed, from the day their clocks started. What was
 * shown as provisional was no deadline yet: the new one is the first, against which on-time is computed; a day that was
 * granted later still holds where it is later. A clock that has stopped is judged by the deadline it ran with.
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

/** The requests of people whose answers are due by a provisional day, with that day recomputed. */
export function recomputedCommon(common: Common, calendar: WorkingCalendar): Common {
  return {
    ...common,
    opinions: common.opinions.map((one) => {
      const day = dayAnew(calendar, one.at, one.provisionalDays);
      return day === null ? one : { ...withoutDays(one), dueDay: day };
    }),
    extensions: common.extensions.map((one) => {
      const day = dayAnew(calendar, one.askedAt, one.provisionalDays);
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

/** The deadline that no longer is provisional; null while it is. */
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

function dayAnew(calendar: WorkingCalendar, from: string, days: number | undefined): Day | null {
  return days === undefined ? null : (settledBy(calendar, { startedAt: new Date(from), days })?.day ?? null);
}

function withoutDays<Kept extends { readonly provisionalDays?: number | undefined }>(
  one: Kept,
): Omit<Kept, 'provisionalDays'> {
  const { provisionalDays: _settled, ...rest } = one;
  return rest;
}
