import { DateTime, IANAZone } from 'luxon';
import { AppError } from '../errors.ts';
import { clockIn } from './zone-offset.ts';

/** A calendar day without a zone, as `YYYY-MM-DD`. */
export type Day = string;

const millisecondsPerDay = 86_400_000;

/** Whether a string is an existing day, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  // The engine reads February 30 as March 2, so the day must come back as it went in.
  return !Number.isNaN(milliseconds) && dayAt(milliseconds) === text;
}

/** Whether a string names a zone of the IANA database, such as `Asia/Shanghai`. */
export function isZone(text: string): boolean {
  return IANAZone.isValidZone(text);
}

/** The day that an instant falls on in a zone. Fails with `calendar.badInstant` for an invalid date or zone. */
export function dayOf(instant: Date, zone: string): Day {
  const shown = clockIn(instant, zone).getTime();
  if (Number.isNaN(shown)) throw new AppError('calendar.badInstant', { zone });
  return dayAt(shown);
}

/** The last millisecond of a day in a zone. Fails with `calendar.badDay` where the day or the zone does not exist. */
export function endOfDay(day: Day, zone: string): Date {
  return new Date(spanOf(day, zone).end);
}

/** The first instant of a day in a zone. Fails with `calendar.badDay` where the day or the zone does not exist. */
export function startOfDay(day: Day, zone: string): Date {
  return new Date(spanOf(day, zone).start);
}

/** The day `count` calendar days after `day` (before it, if negative). */
export function shiftDay(day: Day, count: number): Day {
  return dayAt(utcMidnight(day) + count * millisecondsPerDay);
}

/** The day of the week, 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: Day): number {
  return new Date(utcMidnight(day)).getUTCDay() || 7;
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The number of a day within its year, from 1. */
export function dayOfYear(day: Day): number {
  return (utcMidnight(day) - Date.UTC(yearOf(day), 0, 0)) / millisecondsPerDay;
}

/** The first and the last millisecond of a day in a zone, in epoch milliseconds. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** More days than are used repeatedly; beyond this the whole cache is dropped. */
const MOST_SPANS = 5_000;
const spans = new Map<string, Span>();

function spanOf(day: Day, zone: string): Span {
  const name = `${day} ${zone}`;
  const known = spans.get(name);
  if (known) return known;
  const time = isDay(day) ? DateTime.fromISO(day, { zone }) : undefined;
  if (!time?.isValid) throw new AppError('calendar.badDay', { day, zone });
  const span = { start: time.startOf('day').toMillis(), end: time.endOf('day').toMillis() };
  if (spans.size === MOST_SPANS) spans.clear();
  spans.set(name, span);
  return span;
}

// Day arithmetic is done in UTC, where every day has 24 hours, so that no DST change skips or doubles one.
function utcMidnight(day: Day): number {
  if (!isDay(day)) throw new AppError('calendar.badDay', { day, zone: 'utc' });
  return Date.parse(`${day}T00:00:00Z`);
}

function dayAt(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
