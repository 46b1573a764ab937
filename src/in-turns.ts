import { setImmediate } from 'node:timers/promises';

/** So many at a time, between which others have their turn. */
const SLICE = 200;

/** What a pure function makes of each item, in their order. However many there are, people who wait for an answer are not held up. */
export async function inTurns<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < items.length; from += SLICE) {
    made.push(...items.slice(from, from + SLICE).map(make));
    await setImmediate();
  }
  return made;
}
