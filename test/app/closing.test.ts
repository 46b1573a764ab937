import { expect, test } from 'vitest';
import { createClosing } from '../../src/app/closing.ts';

test('what was opened last is closed first, each once, even if one of them fails', async () => {
  const closing = createClosing();
  const closed: string[] = [];
  closing.add(async () => closed.push('database'));
  closing.add(async () => {
    closed.push('outbox');
    throw new Error('the database is away');
  });
  closing.add(async () => closed.push('front'));
  await expect(closing.close()).rejects.toThrow('the database is away');
  expect(closed).toEqual(['front', 'outbox', 'database']);
  await closing.close().catch(() => undefined);
  expect(closed).toHaveLength(3);
});

test('what an aborted start still opens is closed at once', async () => {
  const closing = createClosing();
  await closing.close();
  const closed: string[] = [];
  closing.add(async () => closed.push('late'));
  await expect.poll(() => closed).toEqual(['late']);
});
