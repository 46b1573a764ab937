import { Double, Long } from 'bson';
import fc from 'fast-check';
import { updateOne } from 'mingo/updater';
import { describe, expect, test } from 'vitest';
import { decode, elementsOf, encode } from '../../../src/storage/embedded/bson-bytes.ts';
import { changeBytes } from '../../../src/storage/embedded/change-bytes.ts';
import { compileUpdate } from '../../../src/storage/embedded/update.ts';

type Doc = Record<string, unknown>;

/** Each top-level field of a document and its bytes, in their order. */
const fieldsIn = (bytes: Buffer) =>
  elementsOf(bytes).map(({ name, start, end }) => [name, bytes.toString('hex', start, end)] as const);

const change = (before: Doc, update: Doc, filter: Doc = {}) =>
  changeBytes(encode(before), compileUpdate(filter, update));

describe('changeBytes', () => {
  const scalar = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom('a', '中文'),
    fc.boolean(),
    fc.date({ noInvalidDate: true }),
  );
  const element = fc.record({ k: fc.constantFrom('x', 'y'), n: fc.nat(3) }, { noNullPrototype: true });
  const document = fc.record(
    {
      a: scalar,
      b: fc.record({ c: scalar, d: fc.integer() }, { requiredKeys: [], noNullPrototype: true }),
      list: fc.array(scalar, { maxLength: 12 }),
      items: fc.array(element, { maxLength: 12 }),
      n: fc.integer({ min: 0, max: 1000 }),
      é: scalar,
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  const some = <Value>(values: Record<string, fc.Arbitrary<Value>>) =>
    fc.record(values, { requiredKeys: [], noNullPrototype: true });
  /** Updates on different fields, none within another. */
  const update = fc
    .record(
      {
        $set: some<unknown>({ a: scalar, 'b.c': scalar, 'new.x': scalar, é: fc.array(scalar, { maxLength: 2 }) }),
        $unset: some({ gone: fc.constant(''), 'b.e': fc.constant('') }),
        $inc: some({ n: fc.integer({ min: -5, max: 5 }), 'b.d': fc.integer({ min: -5, max: 5 }) }),
        $push: some({ list: fc.oneof(scalar, fc.record({ $each: fc.array(scalar, { maxLength: 3 }) })), more: scalar }),
        $pull: some({ items: fc.record({ k: fc.constantFrom('x', 'y') }) }),
      },
      { noNullPrototype: true },
    )
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, fields]) => Object.keys(fields).length > 0)) as Doc)
    .filter((all) => Object.keys(all).length > 0);

  test('makes of a document what mingo makes of it, and leaves the bytes of all other fields as they were', () => {
    fc.assert(
      fc.property(document, update, (fields, all) => {
        const before: Doc = { _id: 1, ...fields };
        const { bytes, changed } = change(before, all);
        const expected = structuredClone(before);
        updateOne([expected], {}, structuredClone(all));
        expect(decode(bytes)).toEqual(expected);

        const [old, now] = [new Map(fieldsIn(encode(before))), new Map(fieldsIn(bytes))];
        const different = [...new Set([...old.keys(), ...now.keys()])].filter(
          (name) => old.get(name) !== now.get(name),
        );
        expect([...changed].toSorted()).toEqual(different.toSorted());
        // What was there stays in its place, and what is new follows in the order of the names.
        const added = [...now.keys()].filter((name) => !old.has(name));
        expect([...now.keys()]).toEqual([...[...old.keys()].filter((name) => now.has(name)), ...added.toSorted()]);
      }),
      { numRuns: 500 },
    );
  });

  test('gives back the very bytes when nothing changes', () => {
    const before = encode({ _id: 1, a: 5, list: [1], b: { c: 'x' } });
    const same = { $set: { a: 5, 'b.c': 'x', _id: 1 }, $push: { list: { $each: [] } }, $unset: { gone: '' } };
    expect(changeBytes(before, compileUpdate({}, same)).bytes).toBe(before);
    expect(change({ _id: 1 }, { $inc: { n: 0 } }).changed).toEqual(new Set(['n']));
  });

  test('keeps numbers of a type that JavaScript does not have', () => {
    const before = encode({ _id: 1, double: new Double(1), long: Long.fromNumber(2), n: 1, list: [new Double(3)] });
    const { bytes } = changeBytes(before, compileUpdate({}, { $inc: { n: 1 }, $push: { list: 4 } }));
    const typesOf = (all: Buffer) => Object.fromEntries(elementsOf(all).map(({ name, type }) => [name, type]));
    expect(typesOf(bytes)).toEqual(typesOf(before));
    expect(bytes.includes(encode({ 0: new Double(3), 1: 4 }).subarray(4, -1))).toBe(true);
  });

  test('finds the element of a positional path in the bytes', () => {
    const before = {
      _id: 1,
      e: [
        { k: 'x', lease: null },
        { k: 'y', lease: null },
      ],
      history: ['long'],
    };
    const filter = { _id: 1, e: { $elemMatch: { k: 'y' } } };
    const { bytes, changed } = change(before, { $set: { 'e.$.lease': { by: 'me' } } }, filter);
    expect(decode(bytes)).toEqual({ ...before, e: [before.e[0], { k: 'y', lease: { by: 'me' } }] });
    expect([...changed]).toEqual(['e']);
  });

  test('refuses in what an update brings all that is refused in a document that is inserted', () => {
    const deep = Array.from({ length: 99 }).reduce<Doc>((inner) => ({ d: inner }), {});
    const before = { _id: 1, list: [], b: {} };
    const bad: [update: Doc, code: number][] = [
      [{ $set: { a: { $x: 1 } } }, 52],
      [{ $set: { 'b.c': { $x: 1 } } }, 52],
      [{ $push: { list: { x: { $y: 1 } } } }, 52],
      [{ $push: { none: { x: { $y: 1 } } } }, 52],
      [{ $set: { a: { deep } } }, 2],
      [{ $push: { list: deep } }, 2],
      [{ $set: { a: 'x'.repeat(17_000_000) } }, 10334],
    ];
    for (const [update, code] of bad) expect(() => change(before, update)).toThrow(expect.objectContaining({ code }));
    const half = { a: 'x'.repeat(9_000_000) };
    expect(() => change({ ...before, ...half }, { $set: { b: half } })).toThrow(
      expect.objectContaining({ code: 10334 }),
    );
  });
});
