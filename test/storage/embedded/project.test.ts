import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../../src/storage/embedded/bson-bytes.ts';
import { compileProjection } from '../../../src/storage/embedded/project.ts';
import type { Doc } from '../../../src/storage/embedded/values.ts';

const shown = (doc: Doc, spec: Doc): Doc => decode(compileProjection(spec)(encode(doc)));

describe('a projection', () => {
  test('keeps the order of the document, and what stands side by side', () => {
    const doc = { _id: 1, a: 'x', b: null, long: 'y'.repeat(300), c: true, d: 2 };
    expect(Object.entries(shown(doc, { d: 1, long: 1, b: 1 }))).toEqual([
      ['_id', 1],
      ['b', null],
      ['long', doc.long],
      ['d', 2],
    ]);
    expect(shown(doc, { _id: 0, c: 1 })).toEqual({ c: true });
    expect(shown(doc, { _id: 0, none: 1 })).toEqual({});
  });

  test('tells names of one length and one first letter apart, and such as go beyond ASCII', () => {
    const doc = { at: 1, as: 2, an: 3, 原因: 4, 原料: 5 };
    expect(shown(doc, { _id: 0, as: 1, an: 1, 原料: 1 })).toEqual({ as: 2, an: 3, 原料: 5 });
  });

  test('looks into documents and arrays, of which it leaves out what holds no fields', () => {
    const doc = { a: { b: { c: 1, d: 2 }, e: 3 }, list: [7, { b: 1, x: 2 }, [{ b: 2 }, 8], 'b', { x: 1 }], plain: 1 };
    expect(shown(doc, { _id: 0, 'a.b.c': 1, 'list.b': 1, 'plain.b': 1 })).toEqual({
      a: { b: { c: 1 } },
      list: [{ b: 1 }, [{ b: 2 }], {}],
    });
  });

  test('renumbers the elements of a long array', () => {
    const list = Array.from({ length: 3_000 }, (_none, at) => (at % 2 === 0 ? at : { at, text: 'z'.repeat(at % 90) }));
    const kept = shown({ list }, { _id: 0, 'list.text': 1 }).list;
    expect(kept).toEqual(list.filter((one) => typeof one === 'object').map(({ text }) => ({ text })));
  });
});
