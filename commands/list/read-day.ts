import { type Day, isDay, shiftDay, weekdayOf, yearOf } from '../../src/calendar/day.ts';
import { foldText } from '../../src/records/search/fold-text.ts';

/** The first and the last day of a date expression: of a day, a week, a month or a year. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

const pad = (part: string, length = 2) => part.padStart(length, '0');

/** The days that an expression means, relative to `today`: `2026-01-01`, `1月5日`, `2026-01`, `本月`, `yesterday`, `30d`; null if none. */
export function readDay(word: string, today: Day): DaySpan | null {
  const said = foldText(word).trim();
  return namedSpan(said, today) ?? writtenSpan(said, today) ?? agoSpan(said, today);
}

function writtenSpan(said: string, today: Day): DaySpan | null {
  const parts = /^(?:(\d{4})[-/.年]?)?(?:(\d{1,2})(?:[-/.月]|$)(?:(\d{1,2})日?)?)?$/.exec(said);
  if (!parts) return null;
  const [, year, month, date] = parts;
  if (year === undefined && date === undefined)
    return said.endsWith('月') && month ? monthSpan(latest(today, month)) : null;
  if (month === undefined) return yearSpan(Number(year));
  if (date === undefined) return monthSpan(`${year}-${pad(month)}-01`);
  const day = `${year ?? yearOf(today)}-${pad(month)}-${pad(date)}`;
  if (!isDay(day)) return null;
  // A day without a year is the most recent one.
  const meant = year === undefined && day > today ? `${yearOf(today) - 1}${day.slice(4)}` : day;
  return isDay(meant) ? { first: meant, last: meant } : null;
}

/** The first day of a month: this year's, or last year's if this year's has not begun. */
function latest(today: Day, month: string): Day {
  const first = `${yearOf(today)}-${pad(month)}-01`;
  return first > today ? `${yearOf(today) - 1}-${pad(month)}-01` : first;
}

/** This many days, weeks or months back until today: `7d`, `近30天`, `2 weeks`. */
function agoSpan(said: string, today: Day): DaySpan | null {
  const parts = /^(?:近|最近|last|past)?\s*(\d{1,3})\s*(d|days?|天|日|w|weeks?|周|m|months?|个月)(?:ago|前|内)?$/.exec(
    said,
  );
  const count = Number(parts?.[1]);
  const unit = parts?.[2];
  if (unit === undefined) return null;
  const days = /^(d|天|日)/.test(unit) ? count : /^(w|周)/.test(unit) ? 7 * count : 30 * count;
  return { first: shiftDay(today, -days), last: today };
}

function namedSpan(said: string, today: Day): DaySpan | null {
  const monday = shiftDay(today, 1 - weekdayOf(today));
  const thisMonth = `${today.slice(0, 7)}-01`;
  switch (said.replace(/[\s-]/g, '')) {
    case 'today':
    case '今天':
      return { first: today, last: today };
    case 'yesterday':
    case '昨天':
      return { first: shiftDay(today, -1), last: shiftDay(today, -1) };
    case 'week':
    case 'thisweek':
    case '本周':
    case '这周':
      return { first: monday, last: shiftDay(monday, 6) };
    case 'lastweek':
    case '上周':
      return { first: shiftDay(monday, -7), last: shiftDay(monday, -1) };
    case 'month':
    case 'thismonth':
    case '本月':
    case '这个月':
      return monthSpan(thisMonth);
    case 'lastmonth':
    case '上月':
    case '上个月':
      return monthSpan(shiftDay(thisMonth, -1));
    case 'year':
    case 'thisyear':
    case '今年':
      return yearSpan(yearOf(today));
    case 'lastyear':
    case '去年':
      return yearSpan(yearOf(today) - 1);
    default:
      return null;
  }
}

function monthSpan(day: Day): DaySpan | null {
  const first = `${day.slice(0, 7)}-01`;
  if (!isDay(first)) return null;
  const next = shiftDay(first, 31);
  return { first, last: shiftDay(`${next.slice(0, 7)}-01`, -1) };
}

function yearSpan(year: number): DaySpan | null {
  return year < 2000 || year > 2199 ? null : { first: `${year}-01-01`, last: `${year}-12-31` };
}
