import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until a check holds: until it returns without throwing, and returns anything but `false`. The failure after
 * `within` milliseconds carries the last reason.
 */
export async function eventually<T>(check: () => T | Promise<T>, { within = 5000 } = {}): Promise<T> {
  const end = performance.now() + within;
  let reason: unknown;
  do {
    try {
      const result = await check();
      if (result !== false) return result;
      reason = new Error('the check returned false');
    } catch (error) {
      reason = error;
    }
    await wait(10);
  } while (performance.now() < end);
  const message = reason instanceof Error ? reason.message : String(reason);
  throw new Error(`did not come true within ${within} ms; at last: ${message}`, { cause: reason });
}
