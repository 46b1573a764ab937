import { expect, test } from 'vitest';
import {
  satisfactionBy,
  satisfactionFigures,
  type Voice,
  withComments,
} from '../../src/figures/satisfaction/compute.ts';

const voice = (score: Voice['score'], said: Partial<Voice> = {}): Voice => ({
  score,
  customerId: 'metro',
  projectId: 'metro-3',
  specialtyId: null,
  number: 'IN-2026-0001-C1',
  at: '2026-10-05T02:00:00.000Z',
  comment: null,
  ...said,
});

test('CSAT is the share of 4 and 5; beside it stand the mean and the score out of 100', () => {
  expect(satisfactionFigures([5, 4, 3, 1])).toEqual({ satisfied: { met: 2, of: 4 }, mean: 3.25, outOf100: 65 });
});

test('a mean that lies halfway is rounded up, despite binary fractions', () => {
  const scores: Voice['score'][] = [...Array<5>(1).fill(5), ...Array<4>(39).fill(4)];
  expect(satisfactionFigures(scores).mean).toBe(4.03);
});

test('of nobody there is no mean', () => {
  expect(satisfactionFigures([])).toEqual({ satisfied: { met: 0, of: 0 }, mean: null, outOf100: null });
});

test('parts come with the least satisfied first, and what belongs to none is in none', () => {
  const voices = [
    voice(5, { projectId: 'cloud' }),
    voice(2),
    voice(4),
    voice(5, { projectId: 'mail' }),
    voice(5, { projectId: 'mail' }),
    voice(1, { projectId: null }),
  ];
  expect(satisfactionBy(voices, 'projectId').map(({ id }) => id)).toEqual(['metro-3', 'mail', 'cloud']);
  expect(satisfactionBy(voices, 'specialtyId')).toEqual([]);
});

test('comments come with the worst score first, and empty ones are left out', () => {
  const voices = [voice(5, { comment: '很快' }), voice(1, { comment: '等了一天' }), voice(3)];
  expect(withComments(voices).map(({ score, comment }) => [score, comment])).toEqual([
    [1, '等了一天'],
    [5, '很快'],
  ]);
});
