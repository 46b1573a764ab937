import type { Locale } from '../i18n/locale.ts';
import { isMessageKey, translate } from '../i18n/translate.ts';
import { type Day, dayOf, weekdayOf, yearOf } from './day.ts';
import type { Period, PeriodKind } from './period.ts';
import { clockIn } from './zone-offset.ts';

/** A day with its year: `2025年10月13日`, `13 Oct 2025`. */
export function formatDay(day: Day, locale: Locale): string {
  return withYear(formatShortDay(day, locale), yearOf(day), locale);
}

/** A day without its year: `10月13日`, `13 Oct`. */
export function formatShortDay(day: Day, locale: Locale): string {
  return translate(locale, 'calendar.dayMonth', { month: monthName(day, locale), day: dayOfMonth(day) });
}

/** The month of a day with its year: `2025年10月`, `Oct 2025`. */
export function formatMonth(day: Day, locale: Locale): string {
  return withYear(monthName(day, locale), yearOf(day), locale);
}

/** A month, with its year only if it is not `knownYear`. */
export function formatMonthIn(day: Day, knownYear: number, locale: Locale): string {
  return yearOf(day) === knownYear ? monthName(day, locale) : formatMonth(day, locale);
}

/** A month, a quarter or a year: `2026年10月`, `2026年第三季度`, `2026年`; `Oct 2026`, `Q3 2026`, `2026`. */
export function formatPeriod(kind: PeriodKind, { first }: Period, locale: Locale): string {
  switch (kind) {
    case 'month':
      return formatMonth(first, locale);
    case 'quarter': {
      const key = `calendar.quarter.${Math.ceil(Number(first.slice(5, 7)) / 3)}`;
      return withYear(isMessageKey(key) ? translate(locale, key) : '', yearOf(first), locale);
    }
    case 'year':
      return translate(locale, 'calendar.year', { year: yearOf(first) });
    default:
      return kind satisfies never;
  }
}

/** An instant as wall-clock time in a zone: `2025年10月13日 23:59`, `13 Oct 2025, 23:59`. */
export function formatInstant(instant: Date, zone: string, locale: Locale): string {
  const time = clockIn(instant, zone).toISOString().slice(11, 16);
  return translate(locale, 'calendar.instant', { day: formatDay(dayOf(instant, zone), locale), time });
}

/** The short name of a day's weekday: `周一`, `Mon`. */
export function formatWeekday(day: Day, locale: Locale): string {
  return numbered('calendar.weekday', weekdayOf(day), locale);
}

/** A range of days as one expression, with the year if it is not `knownYear`: `10月1日至8日`, `1–8 Oct`. */
export function formatDayRange(from: Day, to: Day, knownYear: number, locale: Locale): string {
  if (from === to) return formatDayIn(from, knownYear, locale);
  if (from.slice(0, 7) !== to.slice(0, 7)) {
    return translate(locale, 'calendar.range', {
      from: formatDayIn(from, knownYear, locale),
      to: formatDayIn(to, yearOf(from), locale),
    });
  }
  const range = translate(locale, 'calendar.rangeInMonth', {
    month: monthName(from, locale),
    from: dayOfMonth(from),
    to: dayOfMonth(to),
  });
  return yearOf(from) === knownYear ? range : withYear(range, yearOf(from), locale);
}

/** A day, with its year only if it is not `knownYear`. */
export function formatDayIn(day: Day, knownYear: number, locale: Locale): string {
  return yearOf(day) === knownYear ? formatShortDay(day, locale) : formatDay(day, locale);
}

function withYear(day: string, year: number, locale: Locale): string {
  return translate(locale, 'calendar.withYear', { year, day });
}

function monthName(day: Day, locale: Locale): string {
  return numbered('calendar.month', Number(day.slice(5, 7)), locale);
}

function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}

function numbered(name: 'calendar.month' | 'calendar.weekday', number: number, locale: Locale): string {
  const key = `${name}.${number}`;
  return isMessageKey(key) ? translate(locale, key) : String(number);
}

/** An instant as wall-clock time in a zone, machine-readable: `2025-10-13T23:59`. */
export function isoMinute(instant: Date, zone: string): string {
  return clockIn(instant, zone).toISOString().slice(0, 16);
}
