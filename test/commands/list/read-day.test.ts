import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay } from '../../../commands/list/read-day.ts';
import { isDay } from '../../../src/calendar/day.ts';

/** A Monday. */
const TODAY = '2026-11-23';
const span = (first: string, last = first) => ({ first, last });

describe('words for days', () => {
  test.each([
    ['2026-01-05', span('2026-01-05')],
    ['2026/1/5', span('2026-01-05')],
    ['2026.1.5', span('2026-01-05')],
    ['２０２６－０１－０５', span('2026-01-05')],
    ['2026年1月5日', span('2026-01-05')],
    ['1月5日', span('2026-01-05')],
    ['12月5日', span('2025-12-05')],
    ['11-23', span('2026-11-23')],
    ['12/24', span('2025-12-24')],
    ['2026-02', span('2026-02-01', '2026-02-28')],
    ['2024年2月', span('2024-02-01', '2024-02-29')],
    ['10月', span('2026-10-01', '2026-10-31')],
    ['12月', span('2025-12-01', '2025-12-31')],
    ['2025', span('2025-01-01', '2025-12-31')],
    ['2025年', span('2025-01-01', '2025-12-31')],
    ['today', span('2026-11-23')],
    ['昨天', span('2026-11-22')],
    ['this week', span('2026-11-23', '2026-11-29')],
    ['上周', span('2026-11-16', '2026-11-22')],
    ['last-month', span('2026-10-01', '2026-10-31')],
    ['本月', span('2026-11-01', '2026-11-30')],
    ['今年', span('2026-01-01', '2026-12-31')],
    ['last year', span('2025-01-01', '2025-12-31')],
    ['7d', span('2026-11-16', '2026-11-23')],
    ['近30天', span('2026-10-24', '2026-11-23')],
    ['2 weeks', span('2026-11-09', '2026-11-23')],
    ['3个月', span('2026-08-25', '2026-11-23')],
  ])('%s', (word, days) => {
    expect(readDay(word, TODAY)).toEqual(days);
  });

  test.each(['', '42', '2026-02-30', '2026-13', '13月', '0月5日', '1999', '机房', 'monday', '1-', '--', '2026-1-5-6'])(
    'none in %j',
    (word) => {
      expect(readDay(word, TODAY)).toBeNull();
    },
  );

  test('are days that exist, for any text', () => {
    const odd = fc.stringMatching(/^[0-9年月日./dw-]{0,10}$/);
    fc.assert(
      fc.property(fc.oneof(odd, fc.string()), (word) => {
        const days = readDay(word, TODAY);
        expect(days === null || (isDay(days.first) && isDay(days.last) && days.first <= days.last)).toBe(true);
      }),
    );
  });
});
