import fc from 'fast-check';
import { Query } from 'mingo';
import { describe, expect, test } from 'vitest';
import { decode, encode, Fields } from '../../../src/storage/embedded/bson-bytes.ts';
import { Collection } from '../../../src/storage/embedded/collection.ts';
import { type DocumentStore, openMemoryStore } from '../../../src/storage/embedded/document-store.ts';
import type { SearchRequest } from '../../../src/storage/embedded/search.ts';
import { compileSort } from '../../../src/storage/embedded/sort.ts';
import { compileUpdate } from '../../../src/storage/embedded/update.ts';

type Doc = Record<string, unknown>;

/** A collection, and how many documents have been read from its store. */
function open(indexes: readonly Record<string, 1 | -1>[], documents: readonly Doc[]) {
  const store = openMemoryStore();
  let reads = 0;
  const counting: DocumentStore = {
    ...store,
    read: (key) => {
      reads += 1;
      return store.read(key);
    },
  };
  const collection = new Collection('test.things', '1', counting);
  for (const key of indexes) collection.addIndex({ v: 2, key, name: JSON.stringify(key), unique: false });
  for (const document of documents) collection.insert(document);
  const readsOf = <Answer>(ask: () => Answer): { answer: Answer; reads: number } => {
    const before = reads;
    const answer = ask();
    return { answer, reads: reads - before };
  };
  const find = (request: SearchRequest) => [...collection.find(request)].map(({ bytes }) => decode(bytes));
  return { collection, find, readsOf };
}

const numbered = <More extends Doc>(count: number, more: (at: number) => More) =>
  Array.from({ length: count }, (_, at) => ({ _id: at, ...more(at) }));

describe('a search', () => {
  const word = fc.constantFrom('a', 'b', 'c');
  const small = fc.integer({ min: 0, max: 4 });
  const any = fc.oneof(small, word, fc.constant(null));
  const document = fc.record(
    {
      type: word,
      n: small,
      at: any,
      tags: fc.array(word, { maxLength: 3 }),
      sub: fc.record({ x: any }, { noNullPrototype: true }),
    },
    { requiredKeys: ['type'], noNullPrototype: true },
  );
  const bound = <Value>(value: fc.Arbitrary<Value>) =>
    fc.oneof(
      value,
      ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'].map((operator) =>
        value.map((argument) => ({ [operator]: argument })),
      ),
      fc.array(value, { maxLength: 3 }).map((list) => ({ $in: list })),
      fc.array(value, { minLength: 1, maxLength: 2 }).map((list) => ({ $nin: list })),
      fc.tuple(value, value).map(([low, high]) => ({ $gte: low, $lt: high })),
    );
  const simple = fc.record(
    {
      type: bound(word),
      n: bound(small),
      at: bound(small),
      tags: fc.oneof(
        bound(word),
        fc.array(word, { minLength: 1, maxLength: 2 }).map(($all) => ({ $all })),
      ),
      'sub.x': bound(small),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  const filter: fc.Arbitrary<Doc> = fc.oneof(
    simple,
    fc.tuple(simple, fc.array(simple, { minLength: 1, maxLength: 2 })).map(([own, $and]) => ({ ...own, $and })),
    fc.tuple(simple, fc.array(simple, { minLength: 1, maxLength: 2 })).map(([own, $or]) => ({ ...own, $or })),
  );
  const field = fc.constantFrom('type', 'n', 'at', 'tags', 'sub.x');
  const order = fc.dictionary(field, fc.constantFrom<1 | -1>(1, -1), { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  const request = fc.record({ filter, sort: fc.option(order, { nil: {} }), skip: fc.nat(3), limit: fc.nat(4) });

  test('finds by any indexes what mingo finds, in the order of the sort, and counts it', () => {
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 40 }),
        fc.uniqueArray(order, { maxLength: 3, selector: (key) => JSON.stringify(key) }),
        fc.array(request, { minLength: 1, maxLength: 5 }),
        (documents, indexes, requests) => {
          const stored = documents.map((one, _id) => ({ _id, ...one }));
          const { collection, find } = open(indexes, stored);
          for (const { filter: asked, sort, skip, limit } of requests) {
            const oracle = new Query(asked);
            const expected = stored.filter((one) => oracle.test(one));
            const byId = (found: Doc[]) => found.toSorted((a, b) => Number(a._id) - Number(b._id));
            expect(byId(find({ filter: asked, sort }))).toEqual(expected);
            expect(collection.count(asked)).toBe(expected.length);
            expect(collection.count(asked, 3)).toBe(Math.min(3, expected.length));
            // Of equal ones any may come first: their keys are those of the sorted list.
            const { key } = compileSort(sort);
            const keysOf = (found: readonly Doc[]) => found.map((one) => key(new Fields(encode(one))));
            const some = find({ filter: asked, sort, skip, limit });
            const end = limit === 0 ? undefined : skip + limit;
            expect(keysOf(some)).toEqual(keysOf(expected).toSorted().slice(skip, end));
            expect(new Set(some.map(({ _id }) => _id)).size).toBe(some.length);
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  test('reads no more than it gives where an index has the order, forward, backward and with several values before it', () => {
    const things = numbered(2000, (at) => ({ open: at % 2 === 0, type: `t${at % 10}`, dueAt: (at * 7919) % 2000 }));
    const { find, readsOf } = open([{ open: 1, type: 1, dueAt: 1 }], things);
    const types = { $in: ['t0', 't2', 't4', 't6', 't8'] };
    for (const way of [1, -1] as const) {
      for (const filter of [
        { open: true, type: 't4' },
        { open: true, type: types },
        { open: true, type: types, dueAt: { $lt: 900, $gte: 100 } },
      ]) {
        const all = find({ filter, sort: { dueAt: way } });
        const inOrder = all.toSorted((a, b) => way * (Number(a.dueAt) - Number(b.dueAt)));
        expect(all).toEqual(inOrder);
        const { answer, reads } = readsOf(() => find({ filter, sort: { dueAt: way }, skip: 50, limit: 20 }));
        expect(answer).toEqual(inOrder.slice(50, 70));
        expect(reads).toBe(20);
      }
    }
  });

  test('stops at the limit where documents must be tested, too', () => {
    const things = numbered(1000, (at) => ({ type: 'a', order: at, hidden: at % 4 === 0 }));
    const { readsOf, find } = open([{ type: 1, order: 1 }], things);
    const page = () => find({ filter: { type: 'a', hidden: { $ne: true } }, sort: { order: 1 }, skip: 30, limit: 15 });
    const { answer, reads } = readsOf(page);
    expect(answer.map(({ order }) => order)).toEqual(
      things
        .filter(({ hidden }) => !hidden)
        .slice(30, 45)
        .map(({ order }) => order),
    );
    expect(reads).toBe(60);
  });

  test('asks other indexes before it reads on in vain', () => {
    const tagged = numbered(5000, (at) => ({ type: 'a', order: at, tags: [at % 2 === 0 ? 'even' : 'odd', 'all'] }));
    const { readsOf, find } = open([{ type: 1, tags: 1, order: 1 }], tagged);
    for (const sort of [{ order: 1 }, { other: 1 }] as const) {
      const both = () => find({ filter: { type: 'a', tags: { $all: ['even', 'odd'] } }, sort, limit: 10 });
      const { answer, reads } = readsOf(both);
      expect(answer).toEqual([]);
      expect(reads).toBeLessThan(100);
    }
  });

  test('leaves the order of an index to sort few documents, when those that are found by another are rare in it', () => {
    const things = numbered(1000, (at) => ({ type: 'a', order: 1000 - at, owner: at % 200 === 0 ? 'me' : 'them' }));
    const { readsOf, find } = open([{ type: 1, order: 1 }, { owner: 1 }], things);
    const mine = () => find({ filter: { type: 'a', owner: 'me' }, sort: { order: 1 }, limit: 3 });
    const { answer, reads } = readsOf(mine);
    expect(answer.map(({ order }) => order)).toEqual([200, 400, 600]);
    expect(reads).toBeLessThan(20);
  });

  test('is a snapshot, even if documents move, come and go while it is walked', () => {
    for (const sort of [{}, { a: 1 }, { a: -1 }] as const) {
      const { collection } = open(
        [{ a: 1 }],
        numbered(200, (at) => ({ a: at, n: 0 })),
      );
      const seen: unknown[] = [];
      for (const found of collection.find({ filter: { a: { $gte: 0 } }, sort })) {
        seen.push(decode(found.bytes)._id);
        const step = seen.length;
        collection.change(found, compileUpdate({}, { $inc: { a: step % 2 ? 5000 : -0.5, n: 1 } }));
        if (step <= 50) collection.insert({ _id: 1000 + step, a: step * 4 + 0.5 });
        const [other] = collection.find({ filter: { _id: 199 - step } });
        if (step > 150 && other) collection.remove(other);
      }
      expect(new Set(seen).size).toBe(seen.length);
      // All but those that were taken away before their turn: what comes last in one order has gone first in another.
      expect(seen.every((id) => Number(id) < 200)).toBe(true);
      expect(seen.length).toBeGreaterThan(140);
    }
  });

  test('tests by the whole filter what changes before its turn, though an index told that it met it', () => {
    for (const filter of [{ a: { $lt: 8 } }, { a: { $lt: 8 }, b: 0 }, { $and: [{ a: { $lt: 8 } }, { b: 0 }] }]) {
      const { collection, find } = open(
        [{ a: 1 }],
        numbered(10, (at) => ({ a: at, b: at % 2 })),
      );
      const [, ...others] = find({ filter, sort: { a: 1 } });
      const walk = collection.find({ filter, sort: { a: 1 } })[Symbol.iterator]();
      walk.next();
      const [last] = collection.find({ filter: { a: 6 } });
      if (last) collection.change(last, compileUpdate({}, { $set: { a: 20 } }));
      const rest = [...walk].map(({ bytes }) => decode(bytes));
      expect(rest).toEqual(others.filter(({ a }) => a !== 6));
    }
  });

  test('counts by the keys of indexes alone what they tell together', () => {
    const things = numbered(3000, (at) => ({
      type: at % 3 === 0 ? 'a' : 'b',
      order: at,
      open: at % 2 === 0,
      createdAt: new Date(at * 1000),
      tags: [`owner=${at % 7}`, `kind=${at % 5}`, 'all'],
    }));
    const { collection, readsOf } = open(
      [
        { type: 1, order: 1 },
        { type: 1, tags: 1, order: 1 },
        { type: 1, createdAt: -1 },
        { open: 1, type: 1 },
      ],
      things,
    );
    const early = new Date(1_000_000);
    const filters: [filter: Doc, test: (one: (typeof things)[number]) => boolean][] = [
      [{}, () => true],
      [{ type: 'a' }, ({ type }) => type === 'a'],
      [{ open: true, type: { $in: ['a', 'b', 'c'] } }, ({ open: isOpen }) => isOpen],
      [{ type: 'a', order: { $gt: 10, $lt: 2000 } }, ({ type, order: at }) => type === 'a' && at > 10 && at < 2000],
      [{ type: 'a', order: { $ne: 9 } }, ({ type, order: at }) => type === 'a' && at !== 9],
      [{ type: { $nin: ['a'] } }, ({ type }) => type === 'b'],
      [{ type: 'a', tags: { $all: ['owner=1'] } }, ({ type, tags }) => type === 'a' && tags.includes('owner=1')],
      [
        { type: 'a', tags: { $all: ['owner=1', 'kind=2'] }, order: { $lte: 1500 } },
        ({ type, tags, order: at }) =>
          type === 'a' && tags.includes('owner=1') && tags.includes('kind=2') && at <= 1500,
      ],
      [
        { type: 'a', tags: { $in: ['owner=1', 'kind=2'] } },
        ({ type, tags }) => type === 'a' && (tags.includes('owner=1') || tags.includes('kind=2')),
      ],
      [
        { type: 'b', tags: 'all', $and: [{ tags: { $in: ['kind=1', 'kind=2'] } }] },
        ({ type, tags }) => type === 'b' && (tags.includes('kind=1') || tags.includes('kind=2')),
      ],
      [
        { type: 'a', order: { $gte: 100 }, createdAt: { $lt: early } },
        ({ type, order: at }) => type === 'a' && at >= 100 && at < 1000,
      ],
    ];
    for (const [filter, test] of filters) {
      const expected = things.filter(test).length;
      expect(readsOf(() => collection.count(filter))).toEqual({ answer: expected, reads: 0 });
      expect(readsOf(() => collection.count(filter, 7))).toEqual({ answer: 7, reads: 0 });
    }
    // What no index tells is read, but no further than to the limit.
    expect(readsOf(() => collection.count({ type: 'a', other: null }, 7))).toEqual({ answer: 7, reads: 7 });
  });
});
