import { expect, test } from 'vitest';
import { rowOf } from '../../bench/report/row.ts';
import { tableOf } from '../../bench/report/table.ts';

const measured = { what: 'an approval', unit: 'a second', now: [60, 70, 80], bare: [100, 100, 100] };

test('an aim is held by the median of the rounds’ ratios', () => {
  const held = (atLeast: number) => rowOf('approval', { ...measured, aim: { of: 'toBare', atLeast } }).met;
  expect(held(0.7)).toBe(true);
  expect(held(0.71)).toBe(false);
});

test('an aim is not said to be met where there is nothing to compare with', () => {
  expect(rowOf('approval', { ...measured, aim: { of: 'toBefore', atMost: 0.4 } }).met).toBeNull();
});

test('the quick run holds the floor', () => {
  const aim = { of: 'toBare', atLeast: 0.8, floor: 0.6 } as const;
  expect(rowOf('approval', { ...measured, aim }).met).toBe(false);
  expect(rowOf('approval', { ...measured, aim }, true).met).toBe(true);
});

test('beside the version before an absolute aim is a ratio to what that one had', () => {
  const aim = { of: 'now', atMost: 600, today: 1_800 } as const;
  const slow = { what: 'reminders', unit: 'ms', now: [1_000], aim };
  expect(rowOf('sweeps', slow).met).toBe(false);
  expect(rowOf('sweeps', { ...slow, before: [3_600] }).met).toBe(true);
  expect(rowOf('sweeps', { ...slow, before: [2_000] }).met).toBe(false);
});

test('what was not measured fails its aim instead of passing it', () => {
  expect(
    rowOf('intake', { what: 'commands', unit: 'an item', now: [Number.NaN], aim: { of: 'now', atMost: 6 } }).met,
  ).toBe(false);
});

test('the version before is held against the reference on its own database', () => {
  const row = rowOf('approval', { ...measured, before: [30], bareOfBefore: [300] });
  expect(row.beforeToBare?.median).toBe(0.1);
});

test('the table shows medians with their range, and what is missed', () => {
  const table = tableOf([rowOf('approval', { ...measured, aim: { of: 'toBare', atLeast: 0.9 } })]);
  expect(table.split('\n').at(-1)).toBe(
    '| an approval, a second | 70 (60-80) |  | 100 | 0.7 (0.6-0.8) |  |  | of bare ≥ 0.9 | NO |',
  );
});
