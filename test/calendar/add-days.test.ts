import { expect, test } from 'vitest';
import { createCalendar } from '../../src/calendar/create-calendar.ts';

const shanghai = createCalendar({ kind: 'cn', zone: 'Asia/Shanghai' });
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

test.each([
  ['2025-09-29', 5, '2025-10-13'],
  ['2025-09-26', 5, '2025-10-10'],
  ['2025-10-03', 1, '2025-10-09'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-12-31', 1, '2026-01-04'],
])('%s and %i working days end on %s', (start, days, end) => {
  expect(shanghai.addWorkingDays(noon(start), days)).toMatchObject({ startDay: start, day: end, provisional: false });
});
