import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AFTER_ALL, compareKeys } from '../../../src/storage/embedded/key-encoding.ts';
import { KeyPile } from '../../../src/storage/embedded/key-pile.ts';
import { entriesOf, idsOf, type KeyEntry, OrderedKeys } from '../../../src/storage/embedded/ordered-keys.ts';

const inOrder = (entries: Iterable<KeyEntry>) => [...entries].sort((a, b) => compareKeys(a.key, b.key) || a.id - b.id);

/** Keys that begin alike, differ early, and are short and long; none is the beginning of another. */
const key = fc
  .oneof(
    fc.integer({ min: 0, max: 30 }).map(String),
    fc.tuple(fc.constantFrom('a', 'ab', 'b'), fc.nat(9)).map(([start, n]) => `${start.repeat(n * 5)}${n}`),
    fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes).toString('hex')),
    fc.constantFrom('x', 'y').map((letter) => letter.repeat(3000)),
  )
  .map((text) => `${text}\0`);

describe('ordered keys', () => {
  const step = fc.record({ key, id: fc.nat(40), add: fc.boolean() });
  const steps = fc.array(step, { minLength: 1, maxLength: 2000, size: 'max' });

  /** Takes steps that change something, in a list of entries and in ordered keys alike. */
  function follow(
    all: readonly (KeyEntry & { add: boolean })[],
    keys: OrderedKeys,
    model: Map<string, KeyEntry>,
  ): void {
    for (const { key: one, id, add } of all) {
      const name = `${one}/${id}`;
      if (add === model.has(name)) continue;
      if (add) model.set(name, { key: one, id });
      else model.delete(name);
      if (add) keys.add(one, id);
      else keys.remove(one, id);
    }
  }

  test('hold what a sorted list holds', () => {
    fc.assert(
      fc.property(steps, fc.string(), fc.string(), (all, from, to) => {
        const keys = new OrderedKeys();
        const model = new Map<string, KeyEntry>();
        follow(all, keys, model);
        const expected = (low: string, high: string) =>
          inOrder(model.values()).filter((entry) => entry.key >= low && entry.key < high);
        for (const [low, high] of [['', AFTER_ALL] as const, [from, to] as const]) {
          const ids = expected(low, high).map(({ id }) => id);
          expect(keys.ids(low, high)).toEqual(ids);
          expect(keys.count(low, high)).toBe(ids.length);
          expect([...entriesOf(keys.stretch(low, high), 0, false)]).toEqual(expected(low, high));
          expect([...idsOf(keys.stretch(low, high), true)]).toEqual(ids.toReversed());
        }
      }),
      { numRuns: 15 },
    );
  });

  test('are walked as they were when the walk began', () => {
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const keys = new OrderedKeys();
        const model = new Map<string, KeyEntry>();
        follow(before, keys, model);
        const expected = inOrder(model.values());
        const walked = entriesOf(keys.stretch('', AFTER_ALL), 0, false);
        const start = expected.slice(0, 3).map(() => walked.next().value);
        follow(after, keys, model);
        expect([...start, ...walked]).toEqual(expected);
        expect([...entriesOf(keys.stretch('', AFTER_ALL), 0, false)]).toEqual(inOrder(model.values()));
      }),
      { numRuns: 15 },
    );
  });

  test('are filled from a pile, in any order, and changed after', () => {
    const entry = fc.record({ key, id: fc.nat(40) });
    const piled = fc.uniqueArray(entry, { maxLength: 2000, size: 'max', selector: (one) => `${one.key}/${one.id}` });
    fc.assert(
      fc.property(piled, steps, (entries, changes) => {
        // A start meets documents in the order of their ids.
        const byId = entries.toSorted((a, b) => a.id - b.id);
        const pile = new KeyPile();
        for (const one of byId) pile.add(one.key, one.id);
        const keys = new OrderedKeys();
        keys.fill(pile.blocks());
        expect([...entriesOf(keys.stretch('', AFTER_ALL), 0, false)]).toEqual(inOrder(entries));
        const model = new Map(entries.map((one) => [`${one.key}/${one.id}`, one]));
        follow(changes, keys, model);
        expect([...entriesOf(keys.stretch('', AFTER_ALL), 0, false)]).toEqual(inOrder(model.values()));
      }),
      { numRuns: 15 },
    );
  });
});
