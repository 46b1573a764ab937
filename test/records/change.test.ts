import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { changesBetween, type FieldChange, leavesOf, type Plain } from '../../src/records/shape/change.ts';

/** Plain data as records hold it: keys without a dot, no undefined. */
const { data } = fc.letrec<{ data: Record<string, Plain>; value: Plain }>((tie) => ({
  data: fc.dictionary(fc.stringMatching(/^[a-z]{1,2}$/), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('', 'x', 0, 1.5, true, null),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('data'),
  ),
}));

function replay(leaves: Map<string, Plain>, changes: readonly FieldChange[]): Map<string, Plain> {
  const replayed = new Map(leaves);
  for (const { path, value } of changes) {
    if (value === undefined) replayed.delete(path);
    else replayed.set(path, value);
  }
  return replayed;
}

test('what changed between two states, put upon the leaves of the first, gives those of the second', () => {
  fc.assert(
    fc.property(data, data, (before, after) => {
      expect(replay(leavesOf(before), changesBetween(before, after))).toEqual(leavesOf(after));
    }),
    { numRuns: 1000, seed: 20261123 },
  );
});

test('nothing changed between a state and itself', () => {
  fc.assert(
    fc.property(data, (state) => {
      expect(changesBetween(state, structuredClone(state))).toEqual([]);
    }),
    { seed: 20261123 },
  );
});

describe('changesBetween', () => {
  test.each([
    { before: undefined, after: { a: 1 }, changes: [{ path: 'a', value: 1 }] },
    { before: { a: [1, 2] }, after: { a: [1] }, changes: [{ path: 'a.1' }] },
    { before: { a: [1] }, after: { a: [] }, changes: [{ path: 'a', value: [] }, { path: 'a.0' }] },
    { before: { a: {} }, after: { a: { b: 'x' } }, changes: [{ path: 'a' }, { path: 'a.b', value: 'x' }] },
    { before: { a: 1 }, after: { a: '1' }, changes: [{ path: 'a', value: '1' }] },
    { before: { a: null }, after: {}, changes: [{ path: '', value: {} }, { path: 'a' }] },
    { before: { a: 1 }, after: { a: 1, b: undefined }, changes: [] },
  ])('tells leaf by leaf: $before to $after', ({ before, after, changes }) => {
    expect(changesBetween(before, after)).toEqual(changes);
  });

  test('refuses what is no plain value, so that nothing enters the history that cannot be read again', () => {
    expect(() => changesBetween({}, { a: () => 1 })).toThrow(ZodError);
    expect(() => changesBetween({}, { a: Number.NaN })).toThrow(ZodError);
  });
});
