import { expect, test } from 'vitest';
import { gathered } from '../src/gather.ts';

/** Work that ends when the test says so. */
function stepwise() {
  const batches: number[][] = [];
  const ends: (() => void)[] = [];
  const ask = gathered<number, string>(async (requests) => {
    batches.push([...requests]);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (requests.includes(0)) throw new Error('away');
    return requests.map((request) => `answer ${request}`);
  });
  return { ask, batches, end: () => ends.shift()?.() };
}

test('a request that comes alone is served at once', async () => {
  const { ask, batches, end } = stepwise();
  const answer = ask(1);
  expect(batches).toEqual([[1]]);
  end();
  expect(await answer).toBe('answer 1');
});

test('what comes while a command is on its way is served together by the next, each with its own answer', async () => {
  const { ask, batches, end } = stepwise();
  const answers = [1, 2, 3].map(ask);
  expect(batches).toEqual([[1]]);
  end();
  await answers[0];
  await expect.poll(() => batches).toEqual([[1], [2, 3]]);
  end();
  expect(await Promise.all(answers)).toEqual(['answer 1', 'answer 2', 'answer 3']);
});

test('a command that fails fails those that it served, and no others', async () => {
  const { ask, end } = stepwise();
  const [first, second, third] = [ask(1), ask(0), ask(2)];
  const failed = Promise.allSettled([second, third]);
  end();
  expect(await first).toBe('answer 1');
  await Promise.resolve();
  end();
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const later = ask(4);
  end();
  expect(await later).toBe('answer 4');
});
