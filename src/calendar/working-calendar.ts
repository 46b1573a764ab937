import type { Day } from './day.ts';
import type { Deadline } from './deadline.ts';
import type { DayReason, NamePair } from './reason.ts';

/** The calendars there are: the Chinese statutory one with its make-up days, or Monday to Friday. */
export const calendarKinds = ['cn', 'weekdays'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** What a site's calendar is made of. The organisation's own lists win over the statutory data. */
export interface CalendarSource {
  readonly kind: CalendarKind;
  /** An IANA zone, such as `Asia/Shanghai`. */
  readonly zone: string;
  /** Whose calendar it is, for the arithmetic of deadlines: the site's name. */
  readonly name?: NamePair;
  /** Days that are free whatever else is said of them. */
  readonly holidays?: readonly { readonly date: Day; readonly name: NamePair }[];
  /** Days that are worked although a weekend or a statutory holiday. */
  readonly workdays?: readonly Day[];
  /** Years whose free days the organisation has listed completely. */
  readonly publishedYears?: readonly number[];
}

/** Whether a day is worked, and why, where its weekday alone does not say. */
export interface WorkingDayResult {
  readonly working: boolean;
  readonly reason?: DayReason;
}

/** The working days of a site. Days are `YYYY-MM-DD` in the site's zone; all answers are pure. */
export interface WorkingCalendar {
  readonly kind: CalendarKind;
  readonly zone: string;
  /** What a deadline says of whose calendar it was computed by. */
  readonly by: Deadline['by'];
  isWorkingDay(day: Day): WorkingDayResult;
  /** Whether the free days of a year are known. */
  published(year: number): boolean;
  addWorkingDays(start: Date, days: number): Deadline;
  addCalendarDays(start: Date, days: number): Deadline;
  /**
   * Working days from one day to another, signed: those after `from`, up to and including `to`; negative when `to` is
   * earlier. From the day a deadline started to its day this is the number of days it was given.
   */
  workingDaysBetween(from: Day, to: Day): number;
  /** The nearest working day after `day`. */
  nextWorkingDay(day: Day): Day;
  /** The nearest working day before `day`. */
  previousWorkingDay(day: Day): Day;
}
