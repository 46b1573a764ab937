import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../commands/suggest/edit-distance.ts';
import { nearest } from '../../../commands/suggest/nearest.ts';

const words = [
  'list',
  'new',
  'show',
  'overdue',
  'open',
  '列表',
  '逾期',
  '已逾期',
  '运维管理部',
  'Research and development',
  'spot-check',
];

describe('the words that were probably meant', () => {
  test.each([
    { said: 'lst', first: 'list' },
    { said: 'lsit', first: 'list' },
    { said: 'lists', first: 'list' },
    { said: 'overdeu', first: 'overdue' },
    { said: 'over', first: 'overdue' },
    { said: 'OVRDUE', first: 'overdue' },
    { said: '列标', first: '列表' },
    { said: '逾其', first: '逾期' },
    { said: '运维', first: '运维管理部' },
    { said: '运维部', first: '运维管理部' },
    { said: 'research', first: 'Research and development' },
    { said: 'spotchek', first: 'spot-check' },
    { said: 'sh', first: 'show' },
  ])('$said is near to $first', ({ said, first }) => {
    expect(nearest(said, words, 3)[0]).toBe(first);
  });

  test.each(['dance', 'x', '跳舞', '', '！', 'a'.repeat(10_000)])('%.10s is near to none', (said) => {
    expect(nearest(said, words, 3)).toEqual([]);
  });

  test('are no more than asked for, the nearest first', () => {
    expect(nearest('逾期', words, 1)).toEqual(['逾期']);
    expect(nearest('逾期', words, 5)).toEqual(['逾期', '已逾期']);
  });
});

test.each([
  ['list', 'list', 0],
  ['lst', 'list', 1],
  ['lsit', 'list', 1],
  ['', 'ab', 2],
  ['机房', '机会', 1],
  ['kitten', 'sitting', 3],
  ['👩‍👧x', '👩‍👧', 1],
])('%s and %s are %i apart, either way round', (one, other, apart) => {
  expect(editDistance(one, other)).toBe(apart);
  expect(editDistance(other, one)).toBe(apart);
});
