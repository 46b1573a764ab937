import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { createCalendar } from '../../src/calendar/create-calendar.ts';
import { shiftDay, weekdayOf, yearOf } from '../../src/calendar/day.ts';

const shanghai = createCalendar({ kind: 'cn', zone: 'Asia/Shanghai' });
const name = { zh: '司庆日', en: 'Company day' };

/** All days of a year, from the first of January. */
function daysOfYear(year: number): string[] {
  const days = Array.from({ length: 366 }, (_, index) => shiftDay(`${year}-01-01`, index));
  return days.filter((day) => yearOf(day) === year);
}

// From the State Council's notices themselves: 国办发明电〔2024〕12号 for 2025; for 2026 that of 2025-11-04,
// https://politics.gmw.cn/2025-11/04/content_38391083.htm.
test.each([
  [
    2025,
    '01-01 01-01, 01-28 02-04, 04-04 04-06, 05-01 05-05, 05-31 06-02, 10-01 10-08',
    '01-26 02-08 04-27 09-28 10-11',
  ],
  [
    2026,
    '01-01 01-03, 02-15 02-23, 04-04 04-06, 05-01 05-05, 06-19 06-21, 09-25 09-27, 10-01 10-07',
    '01-04 02-14 02-28 05-09 09-20 10-10',
  ],
])('every day of %i is worked or free as the notice of that year says', (year, holidays, makeUpDays) => {
  const free = holidays.split(', ').map((range) => range.split(' ').map((day) => `${year}-${day}`));
  const worked = makeUpDays.split(' ').map((day) => `${year}-${day}`);
  const isFree = (day: string) => free.some(([from = '', to = '']) => from <= day && day <= to);
  const expected = daysOfYear(year).filter((day) => worked.includes(day) || (weekdayOf(day) < 6 && !isFree(day)));
  expect(daysOfYear(year).filter((day) => shanghai.isWorkingDay(day).working)).toEqual(expected);
});

test.each([
  ['2025-10-01', { working: false, reason: { kind: 'holiday', name: { zh: '国庆节', en: 'National Day' } } }],
  ['2025-10-06', { working: false, reason: { kind: 'holiday', name: { zh: '中秋节', en: 'Mid-autumn Festival' } } }],
  ['2025-10-11', { working: true, reason: { kind: 'makeUp', name: { zh: '国庆节', en: 'National Day' } } }],
  ['2025-10-12', { working: false, reason: { kind: 'weekend', name: { zh: '星期日', en: 'Sunday' } } }],
  ['2025-10-13', { working: true }],
])('%s is judged with its reason', (day, verdict) => {
  expect(shanghai.isWorkingDay(day)).toEqual(verdict);
});

test('Monday to Friday knows nothing of Chinese holidays or make-up days', () => {
  const boston = createCalendar({ kind: 'weekdays', zone: 'America/New_York' });
  expect(boston.isWorkingDay('2025-10-01')).toEqual({ working: true });
  expect(boston.isWorkingDay('2025-10-11').working).toBe(false);
});

test("the organisation's own days come before the statutory ones, and its holidays before its workdays", () => {
  const own = createCalendar({
    kind: 'cn',
    zone: 'Asia/Shanghai',
    holidays: [
      { date: '2025-10-13', name },
      { date: '2025-10-11', name },
    ],
    workdays: ['2025-10-12', '2025-10-08', '2025-10-13', '2025-10-14'],
  });
  expect(own.isWorkingDay('2025-10-13')).toEqual({ working: false, reason: { kind: 'ownHoliday', name } });
  expect(own.isWorkingDay('2025-10-11').working).toBe(false);
  expect(own.isWorkingDay('2025-10-12')).toMatchObject({ working: true, reason: { kind: 'ownWorkday' } });
  expect(own.isWorkingDay('2025-10-08')).toMatchObject({ working: true, reason: { kind: 'ownWorkday' } });
  // A day that is worked anyway needs no reason for being listed.
  expect(own.isWorkingDay('2025-10-14')).toEqual({ working: true });
});

test('a year is published by the data or by the organisation, not by one company day in it', () => {
  expect([2003, 2004, 2026, 2027].map((year) => shanghai.published(year))).toEqual([false, true, true, false]);
  const cn = { kind: 'cn', zone: 'Asia/Shanghai' } as const;
  expect(createCalendar({ ...cn, publishedYears: [2027] }).published(2027)).toBe(true);
  expect(createCalendar({ ...cn, holidays: [{ date: '2027-05-20', name }] }).published(2027)).toBe(false);
});

test('a weekday calendar knows every year, unless it lists holidays: then those of the years it lists', () => {
  const weekdays = { kind: 'weekdays', zone: 'America/New_York' } as const;
  expect(createCalendar(weekdays).published(2050)).toBe(true);
  const listed = createCalendar({ ...weekdays, holidays: [{ date: '2026-07-03', name }] });
  expect([2026, 2027].map((year) => listed.published(year))).toEqual([true, false]);
});

test('refuses a zone or a day that does not exist', () => {
  expect(() => createCalendar({ kind: 'cn', zone: 'Asia/Peking' })).toThrow('calendar.badZone');
  const weekdays = { kind: 'weekdays', zone: 'UTC' } as const;
  expect(() => createCalendar({ ...weekdays, workdays: ['2025-02-29'] })).toThrow('calendar.badDay');
  expect(() => shanghai.isWorkingDay('2025-13-01')).toThrow('calendar.badDay');
  expect(() => shanghai.isWorkingDay('2025-2-1')).toThrow('calendar.badDay');
});

test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai'])(
  'the zone of the machine, %s, changes no answer',
  (zone) => {
    const script = `
      const { createCalendar } = await import('./src/calendar/create-calendar.ts');
      const calendar = createCalendar({ kind: 'cn', zone: 'Asia/Shanghai' });
      const { day, at } = calendar.addWorkingDays(new Date('2025-09-29T04:00:00Z'), 5);
      process.stdout.write([day, at.toISOString(), calendar.isWorkingDay('2025-10-11').working].join(' '));`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', script];
    const cwd = new URL('../..', import.meta.url);
    const output = execFileSync(process.execPath, args, { cwd, env: { TZ: zone }, encoding: 'utf8' });
    expect(output).toBe('2025-10-13 2025-10-13T15:59:59.999Z true');
  },
);
