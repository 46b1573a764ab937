import { expect, test } from 'vitest';
import { readPeriod } from '../../src/calendar/read-period.ts';

const keyOf = (said: string) => readPeriod(said, '2026-11-25')?.period.key;

test.each([
  ['this month', '2026-11'],
  ['上月', '2026-10'],
  ['本季度', '2026-Q4'],
  ['last quarter', '2026-Q3'],
  ['今年', '2026'],
  ['去年', '2025'],
  ['2026-02', '2026-02'],
  ['2026年10月', '2026-10'],
  ['Oct 2025', '2025-10'],
  ['October', '2026-10'],
  ['Q3', '2026-Q3'],
  ['2025 q4', '2025-Q4'],
  ['2026年第一季度', '2026-Q1'],
  ['三季度', '2026-Q3'],
  ['2026年', '2026'],
])('%s is %s on 25 November 2026', (said, key) => {
  expect(keyOf(said)).toBe(key);
});

test('a month without a year that is yet to come is that of last year', () => {
  expect(keyOf('12月')).toBe('2025-12');
  expect(keyOf('December')).toBe('2025-12');
});

test('a quarter begins and ends with its months, a year with its days', () => {
  expect(readPeriod('2028Q1', '2026-11-25')?.period).toEqual({
    key: '2028-Q1',
    first: '2028-01-01',
    last: '2028-03-31',
  });
  expect(readPeriod('2028', '2026-11-25')?.period).toEqual({ key: '2028', first: '2028-01-01', last: '2028-12-31' });
});

test.each(['', '13月', '2026-13', 'Q5', 'metro-3', '三号线', 'decade'])('%j is no period', (said) => {
  expect(keyOf(said)).toBeUndefined();
});
