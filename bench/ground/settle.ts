import { setTimeout as wait } from 'node:timers/promises';
import type { Collection } from 'mongodb';

const LOOK_EVERY_MS = 200;

/** Waits until the outbox has nothing left for these records, up to a time limit. Returns whether it is empty. */
export async function untilSent(records: Collection, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if ((await records.countDocuments({ pending: 1 })) === 0) return true;
    await wait(LOOK_EVERY_MS);
  }
  return false;
}
