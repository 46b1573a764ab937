import { expect, test } from 'vitest';
import { createWorkQueue } from '../../src/outbox/work-queue.ts';

test('does nothing twice at once under one name, and no more than its limit altogether', async () => {
  const queue = createWorkQueue<void>(3);
  const active = new Map<string, number>();
  let most = 0;
  let mostOfOne = 0;
  const work = (name: string) => async () => {
    active.set(name, (active.get(name) ?? 0) + 1);
    most = Math.max(
      most,
      [...active.values()].reduce((sum, count) => sum + count, 0),
    );
    mostOfOne = Math.max(mostOfOne, active.get(name) ?? 0);
    await new Promise((resolve) => setImmediate(resolve));
    active.set(name, (active.get(name) ?? 0) - 1);
  };
  for (let round = 0; round < 20; round++) {
    for (const name of ['a', 'b', 'c', 'd', 'e']) void queue.add(name, work(name));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await queue.idle();
  expect({ most, mostOfOne }).toEqual({ most: 3, mostOfOne: 1 });
});

test('work that is asked for while the same is under way is done once more, however often it was asked for', async () => {
  const queue = createWorkQueue<number>(3);
  let runs = 0;
  const work = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    runs += 1;
    return runs;
  };
  const first = queue.add('a', work);
  await new Promise((resolve) => setImmediate(resolve));
  const rest = [queue.add('a', work), queue.add('a', work), queue.add('a', work)];
  expect(await Promise.all([first, ...rest])).toEqual([1, 2, 2, 2]);
});

test('goes on after work that failed', async () => {
  const queue = createWorkQueue<number>(1);
  const failing = queue.add('a', async () => {
    throw new Error('broken');
  });
  const next = queue.add('b', async () => 7);
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe(7);
  await queue.idle();
});
