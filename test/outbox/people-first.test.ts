import { expect, test } from 'vitest';
import { createPeopleFirst } from '../../src/outbox/people-first.ts';

/** Something that somebody waits for, until the test ends it. */
function waitedFor() {
  let end: () => void = () => undefined;
  const work = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work, end };
}

test('a turn comes at once where nobody waits, and when the last who waited has an answer', async () => {
  const peopleFirst = createPeopleFirst(60_000);
  await peopleFirst.turn();
  const [first, second] = [waitedFor(), waitedFor()];
  const served = [peopleFirst.serve(() => first.work), peopleFirst.serve(() => second.work)];
  let came = false;
  const turn = peopleFirst.turn().then(() => {
    came = true;
  });
  first.end();
  await served[0];
  expect(came).toBe(false);
  second.end();
  await Promise.all([...served, turn]);
  expect(came).toBe(true);
});

test('a turn comes after a while even if there is always a person waiting', async () => {
  const peopleFirst = createPeopleFirst(5);
  const endless = waitedFor();
  const served = peopleFirst.serve(() => endless.work);
  await expect(peopleFirst.turn()).resolves.toBeUndefined();
  endless.end();
  await served;
});

test('an answer that fails has been served as well', async () => {
  const peopleFirst = createPeopleFirst(60_000);
  await expect(peopleFirst.serve(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(peopleFirst.turn()).resolves.toBeUndefined();
});

test('while people wait all the time, background work begins one piece after the other', async () => {
  const peopleFirst = createPeopleFirst(20);
  const endless = waitedFor();
  const served = peopleFirst.serve(() => endless.work);
  const began: number[] = [];
  const turns = [1, 2, 3].map((piece) => peopleFirst.turn().then(() => began.push(piece)));
  await turns[0];
  expect(began).toEqual([1]);
  endless.end();
  await Promise.all([served, ...turns]);
  expect(began).toEqual([1, 2, 3]);
});

test('a request that comes between two pieces of background work goes before the second', async () => {
  const peopleFirst = createPeopleFirst(60_000);
  const first = waitedFor();
  const served = peopleFirst.serve(() => first.work);
  const order: string[] = [];
  const second = waitedFor();
  const turns = [
    peopleFirst.turn().then(() => {
      order.push('piece');
      void peopleFirst.serve(() => second.work);
    }),
    peopleFirst.turn().then(() => order.push('another piece')),
  ];
  first.end();
  await Promise.all([served, turns[0]]);
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(order).toEqual(['piece']);
  second.end();
  await Promise.all(turns);
  expect(order).toEqual(['piece', 'another piece']);
});
