import { expect, test } from 'vitest';
import { readArguments } from '../../bench/arguments.ts';

const read = (...given: string[]) => readArguments(given, ['approval', 'intake']);

test('without arguments everything is measured in five rounds', () => {
  expect(read()).toMatchObject({ against: null, only: null, rounds: 5, sizes: null, quick: false, soak: null });
});

test('paths are named with or without --only', () => {
  expect(read('approval', '--only', 'intake').only).toEqual(['approval', 'intake']);
  expect(() => read('aproval')).toThrow('there is no path aproval; there are approval, intake');
});

test('the quick run makes fewer rounds, unless it is told how many', () => {
  expect(read('--quick').rounds).toBe(3);
  expect(read('--quick', '--rounds', '7').rounds).toBe(7);
});

test('a soak lasts twenty minutes, unless it is told how long', () => {
  expect(read('--soak').soak).toBe(20);
  expect(read('--soak', '2').soak).toBe(2);
  expect(read('--soak', '--json', 'soak.json')).toMatchObject({ soak: 20, json: 'soak.json' });
});

test('sizes are numbers above 0', () => {
  expect(read('--sizes', '1000,50000').sizes).toEqual([1_000, 50_000]);
  expect(() => read('--sizes', '1000,many')).toThrow('--sizes takes a number above 0, not many');
});
