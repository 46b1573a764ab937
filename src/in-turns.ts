import { setImmediate } from 'node:timers/promises';

/** How many at a time, before other work gets its turn. */
const SLICE = 200;

/** Maps items with a pure function, in order, without blocking the event loop: however many there are, users waiting for an answer are not held up. */
export async function inTurns<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < items.length; from += SLICE) {
    made.push(...items.slice(from, from + SLICE).map(make));
    await setImmediate();
  }
  return made;
}
