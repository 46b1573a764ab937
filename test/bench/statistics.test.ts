import { expect, test } from 'vitest';
import { inOrder } from '../../bench/measure/rounds.ts';
import { median, percentile, ratiosOf, spreadOf } from '../../bench/measure/statistics.ts';

test('the median is the middle one, or lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 1, 2, 4])).toBe(3);
  expect(median([])).toBeNaN();
});

test('a spread names the least and the most, and there is none of no rounds', () => {
  expect(spreadOf([3, 10, 4])).toEqual({ median: 4, least: 3, most: 10 });
  expect(spreadOf([])).toBeNull();
});

test('a ratio is taken to the same round of the other', () => {
  expect(ratiosOf([10, 20], [5, 40])).toEqual([2, 0.5]);
  expect(ratiosOf([10], [])).toEqual([]);
  expect(ratiosOf([0, 4], [0, 2])).toEqual([2]);
});

test('a percentile is one of the numbers', () => {
  const numbers = Array.from({ length: 200 }, (_none, at) => at);
  expect(percentile(numbers, 0.99)).toBe(198);
  expect(percentile([7], 0.99)).toBe(7);
});

test('everyone takes part in each round, and each begins one', () => {
  const rounds = [0, 1, 2, 3].map((round) => inOrder(['a', 'b', 'c', 'd'], round));
  for (const round of rounds) expect(round.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  expect(new Set(rounds.map((round) => round.join('')))).toHaveProperty('size', 4);
});
