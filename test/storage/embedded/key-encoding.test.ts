import { Binary, type Document, Long, ObjectId } from 'bson';
import fc from 'fast-check';
import { Query } from 'mingo';
import { describe, expect, test } from 'vitest';
import { encode } from '../../../src/storage/embedded/bson-bytes.ts';
import { compareKeys, encodeKey, reverseKey } from '../../../src/storage/embedded/key-encoding.ts';
import { compileQuery } from '../../../src/storage/embedded/query.ts';

const scalar = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((number) => Long.fromBigInt(number)),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array().map((bytes) => new Binary(bytes)),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.string({ maxLength: 2 }).filter((name) => name !== '__proto__'),
      tie('value'),
      { maxKeys: 3 },
    ),
  ),
}));

const compareValues = (a: unknown, b: unknown) => compareKeys(encodeKey(a), encodeKey(b));

describe('the key of a value', () => {
  test('orders any values consistently: antisymmetric and transitive', () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) || 0);
        const [x, y, z] = [a, b, c].toSorted(compareValues);
        expect(compareValues(x, y)).toBeLessThanOrEqual(0);
        expect(compareValues(y, z)).toBeLessThanOrEqual(0);
        expect(compareValues(x, z)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('is never the beginning of another, and turns around', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [left, right] = [encodeKey(a), encodeKey(b)];
        expect(left === right || !right.startsWith(left)).toBe(true);
        expect(reverseKey(left) < reverseKey(right)).toBe(right < left);
      }),
    );
  });

  test('orders text by its UTF-8 bytes, numbers by their size, regardless of type', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(Math.sign(compareValues(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
    const integers = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        const order = a < b ? -1 : Number(a > b);
        expect(compareValues(Long.fromBigInt(a), Long.fromBigInt(b))).toBe(order);
        expect(Math.sign(compareValues(Number(a), Number(b)))).toBe(Math.sign(Number(a) - Number(b)));
      }),
    );
  });
});

describe('a filter', () => {
  /** Values for which mingo, an implementation of its own, is known to follow MongoDB. */
  const small = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b'), fc.boolean());
  const field = fc.constantFrom('x', 'y', 'x.z');
  const condition = fc.oneof(
    small,
    fc.record({ $in: fc.array(small, { minLength: 1, maxLength: 3 }) }, { noNullPrototype: true }),
    fc.record({ $nin: fc.array(small, { minLength: 1, maxLength: 3 }) }, { noNullPrototype: true }),
    fc.record({ $ne: small }, { noNullPrototype: true }),
    fc.record({ $lte: fc.integer({ min: 0, max: 3 }) }, { noNullPrototype: true }),
    fc.record({ $lt: fc.integer({ min: 0, max: 3 }) }, { noNullPrototype: true }),
    fc.record({ $gt: fc.integer({ min: 0, max: 3 }) }, { noNullPrototype: true }),
  );
  const simple: fc.Arbitrary<Document> = fc.dictionary(field, condition, {
    minKeys: 1,
    maxKeys: 2,
    noNullPrototype: true,
  });
  const filter = fc.oneof(
    simple,
    fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 2 }) }, { noNullPrototype: true }),
  );
  const document = fc.record(
    {
      x: fc.oneof(small, fc.array(small, { maxLength: 3 }), fc.record({ z: small }, { noNullPrototype: true })),
      y: small,
    },
    { requiredKeys: [], noNullPrototype: true },
  );

  test('finds what mingo finds', () => {
    fc.assert(
      fc.property(filter, document, (query, doc) => {
        expect(compileQuery(query).test(encode(doc))).toBe(new Query(query).test(doc));
      }),
      { numRuns: 2000 },
    );
  });
});
