import type { Day } from './day.ts';
import type { Deadline } from './deadline.ts';
import type { DayReason, NamePair } from './reason.ts';

/** The available calendars: the Chinese statutory one with its make-up days, or Monday to Friday. */
export const calendarKinds = ['cn', 'weekdays'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** What a site's calendar is built from. The organization's own lists take precedence over the statutory data. */
export interface CalendarSource {
  readonly kind: CalendarKind;
  /** An IANA zone, such as `Asia/Shanghai`. */
  readonly zone: string;
  /** Whose calendar it is, shown with the arithmetic of deadlines: the site's name. */
  readonly name?: NamePair;
  /** Days off, regardless of any other rule. */
  readonly holidays?: readonly { readonly date: Day; readonly name: NamePair }[];
  /** Days that are worked even on a weekend or a statutory holiday. */
  readonly workdays?: readonly Day[];
  /** Years for which the organization has listed all days off. */
  readonly publishedYears?: readonly number[];
}

/** Whether a day is worked, and why, if its weekday alone does not tell. */
export interface WorkingDayResult {
  readonly working: boolean;
  readonly reason?: DayReason;
}

/** The working days of a site. Days are `YYYY-MM-DD` in the site's zone; all answers are pure. */
export interface WorkingCalendar {
  readonly kind: CalendarKind;
  readonly zone: string;
  /** How a deadline records whose calendar was used. */
  readonly by: Deadline['by'];
  isWorkingDay(day: Day): WorkingDayResult;
  /** Whether the days off of a year are known. */
  published(year: number): boolean;
  addWorkingDays(start: Date, days: number): Deadline;
  addCalendarDays(start: Date, days: number): Deadline;
  /**
   * Working days from one day to another, signed: those after `from`, up to and including `to`; negative if `to` is earlier. From a deadline's start
   * day to its due day, this is the number of days allowed.
   */
  workingDaysBetween(from: Day, to: Day): number;
  /** The nearest working day after `day`. */
  nextWorkingDay(day: Day): Day;
  /** The nearest working day before `day`. */
  previousWorkingDay(day: Day): Day;
}
