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

test('a turn comes after a while even if somebody waits all the time', async () => {
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
