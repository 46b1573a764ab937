import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/calendar/create-calendar.ts';
import { dayOf, endOfDay, shiftDay, startOfDay, yearOf } from '../../src/calendar/day.ts';
import type { CalendarKind } from '../../src/calendar/working-calendar.ts';

const shanghai = createCalendar({ kind: 'cn', zone: 'Asia/Shanghai' });
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

test.each([
  ['over National Day', '2025-09-29', 5, '2025-10-13'],
  ['with two make-up days', '2025-09-26', 5, '2025-10-10'],
  ['from a holiday', '2025-10-03', 1, '2025-10-09'],
  ['from a make-up day, which is not counted itself', '2025-10-11', 1, '2025-10-13'],
  ['onto a leap day', '2024-02-28', 1, '2024-02-29'],
  ['over a leap day', '2024-02-28', 2, '2024-03-01'],
  ['from a leap day', '2024-02-29', 1, '2024-03-01'],
  ['past a February without one', '2025-02-28', 1, '2025-03-03'],
  ['over the year end onto a make-up Sunday', '2025-12-31', 1, '2026-01-04'],
  ['over the Spring Festival', '2026-02-13', 3, '2026-02-25'],
  ['no days at all: the day itself, though a holiday', '2025-10-03', 0, '2025-10-03'],
])('%s: %s and %i working days end on %s', (_what, start, days, end) => {
  expect(shanghai.addWorkingDays(noon(start), days)).toMatchObject({
    at: new Date(`${end}T23:59:59.999+08:00`),
    startDay: start,
    day: end,
    provisional: false,
  });
});

test('the steps are every day walked, with what was counted and why not', () => {
  const { steps } = shanghai.addWorkingDays(noon('2025-09-29'), 5);
  expect(steps.map(({ day }) => day)).toEqual(
    Array.from({ length: 14 }, (_, index) => shiftDay('2025-09-29', index + 1)),
  );
  expect(steps.filter(({ counted }) => counted).map(({ day }) => day)).toEqual([
    '2025-09-30',
    '2025-10-09',
    '2025-10-10',
    '2025-10-11',
    '2025-10-13',
  ]);
});

test('the day on which the clock starts is that of the zone', () => {
  const lateOnSunday = new Date('2025-11-16T15:59:59.999Z');
  const earlyOnMonday = new Date('2025-11-16T16:00:00.000Z');
  expect(shanghai.addWorkingDays(lateOnSunday, 1).day).toBe('2025-11-17');
  expect(shanghai.addWorkingDays(earlyOnMonday, 1).day).toBe('2025-11-18');
});

test('a deadline is provisional as soon as it walks a day of an unpublished year, and no longer once it is given', () => {
  expect(shanghai.addWorkingDays(noon('2026-12-25'), 4)).toMatchObject({ day: '2026-12-31', provisional: false });
  expect(shanghai.addWorkingDays(noon('2026-12-25'), 5)).toMatchObject({ day: '2027-01-01', provisional: true });
  const told = createCalendar({
    kind: 'cn',
    zone: 'Asia/Shanghai',
    holidays: [{ date: '2027-01-01', name: { zh: '元旦', en: 'New Year' } }],
    publishedYears: [2027],
  });
  expect(told.addWorkingDays(noon('2026-12-25'), 5)).toMatchObject({ day: '2027-01-04', provisional: false });
});

test('calendar days walk every day, and are never provisional', () => {
  const deadline = shanghai.addCalendarDays(noon('2024-01-31'), 30);
  expect(deadline).toMatchObject({ day: '2024-03-01', unit: 'calendar', provisional: false, steps: [] });
  expect(shanghai.addCalendarDays(noon('2027-01-01'), 30).provisional).toBe(false);
});

test.each([-1, 1.5, Number.NaN, 86_400_000])('refuses %d as a number of days', (days) => {
  expect(() => shanghai.addWorkingDays(noon('2025-09-29'), days)).toThrow('calendar.badCount');
  expect(() => shanghai.addCalendarDays(noon('2025-09-29'), days)).toThrow('calendar.badCount');
});

test('working days between two days are signed, and leave the first day out', () => {
  expect(shanghai.workingDaysBetween('2025-09-29', '2025-10-13')).toBe(5);
  expect(shanghai.workingDaysBetween('2025-10-13', '2025-09-29')).toBe(-5);
  expect(shanghai.workingDaysBetween('2025-10-01', '2025-10-08')).toBe(0);
  expect(shanghai.workingDaysBetween('2025-10-13', '2025-10-13')).toBe(0);
  expect(shanghai.workingDaysBetween('2025-12-31', '2026-01-04')).toBe(1);
  // 2024 had 251 working days and 2025 248, as the notices of both years have it.
  expect(shanghai.workingDaysBetween('2023-12-31', '2025-12-31')).toBe(251 + 248);
  expect(() => shanghai.workingDaysBetween('2025-10-13', '2025-02-30')).toThrow('calendar.badDay');
});

test('a calendar in which nothing is ever worked ends in an error, not in a loop', () => {
  const name = { zh: '停业', en: 'closed' };
  const days = Array.from({ length: 500 }, (_, index) => shiftDay('2026-01-01', index));
  const closed = createCalendar({ kind: 'weekdays', zone: 'UTC', holidays: days.map((date) => ({ date, name })) });
  expect(() => closed.addWorkingDays(noon('2026-01-01'), 1)).toThrow('calendar.noWorkingDay');
  expect(() => closed.nextWorkingDay('2026-01-01')).toThrow('calendar.noWorkingDay');
});

describe('where clocks change', () => {
  const boston = createCalendar({ kind: 'weekdays', zone: 'America/New_York' });

  test.each([
    ['spring forward, a day of 23 hours', '2026-03-06T17:00:00Z', '2026-03-09', '2026-03-10T03:59:59.999Z'],
    ['fall back, a day of 25 hours', '2026-10-30T16:00:00Z', '2026-11-02', '2026-11-03T04:59:59.999Z'],
    ['an hour that comes twice', '2026-11-01T06:30:00Z', '2026-11-02', '2026-11-03T04:59:59.999Z'],
  ])('%s', (_what, start, day, at) => {
    expect(boston.addWorkingDays(new Date(start), 1)).toMatchObject({ day, at: new Date(at) });
  });

  test('a day whose midnight does not exist still has a beginning and an end', () => {
    // Santiago skips from 23:59:59 to 01:00 on 2026-09-06.
    expect(startOfDay('2026-09-06', 'America/Santiago')).toEqual(new Date('2026-09-06T04:00:00.000Z'));
    expect(endOfDay('2026-09-05', 'America/Santiago')).toEqual(new Date('2026-09-06T03:59:59.999Z'));
  });
});

describe('for any start and any number of days', () => {
  const kind = fc.constantFrom<CalendarKind>('cn', 'weekdays');
  const zone = fc.constantFrom(
    'Asia/Shanghai',
    'America/New_York',
    'Europe/London',
    'Asia/Kathmandu',
    'Pacific/Auckland',
  );
  const start = fc.date({ min: new Date('2012-01-01'), max: new Date('2026-06-30'), noInvalidDate: true });
  const count = fc.integer({ min: 1, max: 60 });
  const calendarAndStart = fc.tuple(fc.record({ kind, zone }).map(createCalendar), start);

  test('the deadline is a working day, and exactly that many are counted', () => {
    fc.assert(
      fc.property(calendarAndStart, count, ([calendar, from], days) => {
        const { day, steps, startDay, at } = calendar.addWorkingDays(from, days);
        expect(calendar.isWorkingDay(day).working).toBe(true);
        expect(steps.filter(({ counted }) => counted)).toHaveLength(days);
        expect(calendar.workingDaysBetween(startDay, day)).toBe(days);
        expect(calendar.workingDaysBetween(day, startDay)).toBe(-days);
        expect(steps.at(-1)?.day).toBe(day);
        expect(dayOf(at, calendar.zone)).toBe(day);
        expect(dayOf(new Date(at.getTime() + 1), calendar.zone)).toBe(shiftDay(day, 1));
      }),
    );
  });

  test('one day at a time leads to the same day', () => {
    fc.assert(
      fc.property(calendarAndStart, count, ([calendar, from], days) => {
        let day = dayOf(from, calendar.zone);
        for (let left = days; left > 0; left -= 1) day = calendar.nextWorkingDay(day);
        expect(calendar.addWorkingDays(from, days).day).toBe(day);
      }),
    );
  });

  test('who starts later is never due earlier', () => {
    fc.assert(
      fc.property(calendarAndStart, start, count, ([calendar, one], other, days) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        const [due, dueLater] = [calendar.addWorkingDays(first, days), calendar.addWorkingDays(second, days)];
        expect(due.at.getTime()).toBeLessThanOrEqual(dueLater.at.getTime());
      }),
    );
  });

  test('the working day before the next is the one where it began, or the last before it', () => {
    fc.assert(
      fc.property(calendarAndStart, ([calendar, from]) => {
        const day = dayOf(from, calendar.zone);
        const back = calendar.previousWorkingDay(calendar.nextWorkingDay(day));
        expect(back).toBe(calendar.isWorkingDay(day).working ? day : calendar.previousWorkingDay(day));
      }),
    );
  });

  test('a deadline is provisional exactly when it walks an unpublished year', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-10-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        count,
        (from, days) => {
          const { steps, provisional } = shanghai.addWorkingDays(from, days);
          expect(provisional).toBe(steps.some(({ day }) => yearOf(day) > 2026));
        },
      ),
    );
  });
});
