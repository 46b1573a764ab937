import { expect, test } from 'vitest';
import { createCalendar } from '../../src/calendar/create-calendar.ts';
import { monthBefore, monthOf, weekOf, workingDayFrom } from '../../src/calendar/period.ts';

test.each([
  ['2026-11-23', '2026-W48', '2026-11-23', '2026-11-29'],
  ['2026-11-29', '2026-W48', '2026-11-23', '2026-11-29'],
  ['2026-12-31', '2026-W53', '2026-12-28', '2027-01-03'],
  ['2027-01-01', '2026-W53', '2026-12-28', '2027-01-03'],
  ['2027-01-04', '2027-W01', '2027-01-04', '2027-01-10'],
  ['2024-12-30', '2025-W01', '2024-12-30', '2025-01-05'],
  ['2028-02-29', '2028-W09', '2028-02-28', '2028-03-05'],
  ['2021-01-03', '2020-W53', '2020-12-28', '2021-01-03'],
])('%s lies in week %s, from %s to %s', (day, key, first, last) => {
  expect(weekOf(day)).toEqual({ key, first, last });
});

test.each([
  ['2028-02-29', '2028-02-01', '2028-02-29'],
  ['2026-02-10', '2026-02-01', '2026-02-28'],
  ['2026-12-31', '2026-12-01', '2026-12-31'],
])('the month of %s is from %s to %s', (day, first, last) => {
  expect(monthOf(day)).toEqual({ key: day.slice(0, 7), first, last });
});

test('months are counted back over the turn of a year', () => {
  expect(monthBefore('2027-01-31', 1).key).toBe('2026-12');
  expect(monthBefore('2028-03-31', 1)).toEqual({ key: '2028-02', first: '2028-02-01', last: '2028-02-29' });
  expect(monthBefore('2026-02-01', 14).key).toBe('2024-12');
});

test('the first working day is sought up to a last one', () => {
  const calendar = createCalendar({ kind: 'cn', zone: 'Asia/Shanghai' });
  expect(workingDayFrom(calendar, '2026-10-01', '2026-10-31')).toBe('2026-10-08');
  expect(workingDayFrom(calendar, '2026-10-01', '2026-10-07')).toBeNull();
});
