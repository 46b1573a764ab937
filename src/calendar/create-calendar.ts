import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { addCalendarDays, addWorkingDays } from './add-days.ts';
import { countWorkingDays } from './count-working-days.ts';
import { type Day, isDay, isZone, shiftDay, weekdayOf, yearOf } from './day.ts';
import type { DayReason, NamePair } from './reason.ts';
import type { CalendarSource, WorkingCalendar, WorkingDayResult } from './working-calendar.ts';

/** Festivals whose names lack 节 in the data. */
const wholeNames: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/** A day's entry: English name, Chinese name, number of days, as in `National Day,国庆节,3`. */
const entrySchema = z
  .string()
  .transform((entry) => entry.split(','))
  .pipe(z.tuple([z.string().min(1), z.string().min(1)], z.string()))
  .transform(([en, zh]) => ({ zh: wholeNames[zh] ?? zh, en }));
const dataSchema = z.object({
  holidays: z.record(z.string(), entrySchema),
  workdays: z.record(z.string(), entrySchema),
});

// The data alone, not the package's functions: they mix UTC with the machine's zone, and are a day off west of Greenwich.
const data = dataSchema.parse(published);
const publishedYears = new Set(Object.keys(data.holidays).map(yearOf));

/** What the State Council's yearly notice says about a day; undefined if it does not mention the day. */
function statutoryDay(day: Day): DayReason | undefined {
  const worked = data.workdays[day];
  if (worked) return { kind: 'makeUp', name: worked };
  const free = data.holidays[day];
  return free && { kind: 'holiday', name: free };
}

/** Whether a year's notice is in the data: a year without a single statutory holiday has not been published yet. */
function isStatutoryYear(year: number): boolean {
  return publishedYears.has(year);
}

const weekend: Record<6 | 7, NamePair> = { 6: { zh: '星期六', en: 'Saturday' }, 7: { zh: '星期日', en: 'Sunday' } };
const ownWorkday: NamePair = { zh: '本单位安排上班', en: 'worked by own arrangement' };

/** Creates a site's calendar. Fails with `calendar.badZone` or `calendar.badDay` for an invalid source. */
export function createCalendar(source: CalendarSource): WorkingCalendar {
  const { kind, zone } = source;
  if (!isZone(zone)) throw new AppError('calendar.badZone', { zone });
  const holidays = new Map(source.holidays?.map((holiday) => [holiday.date, holiday.name]));
  const workdays = new Set(source.workdays);
  const bad = [...holidays.keys(), ...workdays].find((day) => !isDay(day));
  if (bad !== undefined) throw new AppError('calendar.badDay', { day: bad, zone });
  const givenYears = new Set(source.publishedYears);
  const listedYears = new Set([...holidays.keys()].map(yearOf));

  function judge(day: Day): WorkingDayResult {
    const weekday = weekdayOf(day);
    const own = holidays.get(day);
    if (own) return { working: false, reason: { kind: 'ownHoliday', name: own } };
    const statutory = kind === 'cn' ? statutoryDay(day) : undefined;
    const free = statutory ? statutory.kind === 'holiday' : weekday >= 6;
    if (workdays.has(day) && free) return { working: true, reason: { kind: 'ownWorkday', name: ownWorkday } };
    if (statutory) return { working: !free, reason: statutory };
    if (weekday === 6 || weekday === 7) return { working: false, reason: { kind: 'weekend', name: weekend[weekday] } };
    return { working: true };
  }

  // A digest asks for the same few days ten thousand times.
  const verdicts = new Map<Day, WorkingDayResult>();
  function isWorkingDay(day: Day): WorkingDayResult {
    let verdict = verdicts.get(day);
    if (!verdict) {
      verdict = judge(day);
      verdicts.set(day, verdict);
    }
    return verdict;
  }

  function published(year: number): boolean {
    if (givenYears.has(year)) return true;
    if (kind === 'cn') return isStatutoryYear(year);
    // A site that lists its holidays lists them by year; one that lists none always works Monday to Friday.
    return listedYears.size === 0 || listedYears.has(year);
  }

  const ownDays = holidays.size + workdays.size > 0;
  const calendar: WorkingCalendar = {
    kind,
    zone,
    by: source.name && { name: source.name, ownDays },
    isWorkingDay,
    published,
    addWorkingDays: (start, days) => addWorkingDays(calendar, start, days),
    addCalendarDays: (start, days) => addCalendarDays(calendar, start, days),
    workingDaysBetween: countWorkingDays(isWorkingDay),
    nextWorkingDay: (day) => seek(calendar, day, 1),
    previousWorkingDay: (day) => seek(calendar, day, -1),
  };
  return Object.freeze(calendar);
}

function seek(calendar: WorkingCalendar, from: Day, step: 1 | -1): Day {
  let day = from;
  for (let walked = 0; walked <= 366; walked += 1) {
    day = shiftDay(day, step);
    if (calendar.isWorkingDay(day).working) return day;
  }
  throw new AppError('calendar.noWorkingDay', { startDay: from, calendar: calendar.kind });
}
