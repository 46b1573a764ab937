import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMinutes, writeMinutes } from '../../../src/org/customers/duration.ts';

test.each([
  ['30', 30],
  ['30m', 30],
  ['45分钟', 45],
  ['4h', 240],
  ['1.5h', 90],
  ['1h30m', 90],
  ['1h 30', 90],
  ['4小时', 240],
  ['２小时３０分', 150],
  ['8 h', null],
  ['2d', null],
  ['0', null],
  ['-5', null],
  ['', null],
  ['soon', null],
  ['999999h', null],
])('%s is %s minutes', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes);
});

test('what is written is read again as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 366 * 24 * 60 }), (minutes) => {
      expect(readMinutes(writeMinutes(minutes))).toBe(minutes);
    }),
  );
});
