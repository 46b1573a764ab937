import { Double, ObjectId } from 'bson';
import { describe, expect, test } from 'vitest';
import { checkCommand, decode, elementsOf, encode, joinElements } from '../../../src/storage/embedded/bson-bytes.ts';
import { Collection } from '../../../src/storage/embedded/collection.ts';
import { openMemoryStore } from '../../../src/storage/embedded/document-store.ts';

/** A document of these fields in this order, of which a name may come twice. */
const documentOf = (...fields: Record<string, unknown>[]) =>
  joinElements(fields.flatMap((field) => elementsOf(encode(field))));

/** What becomes of a document that is inserted. */
function inserted(bytes: Buffer): Buffer {
  const collection = new Collection('test.things', '1', openMemoryStore());
  collection.insertBytes(bytes);
  const [found] = collection.find({ filter: {} });
  return found?.bytes ?? Buffer.alloc(0);
}

describe('an inserted document', () => {
  test('is kept as it came', () => {
    const bytes = documentOf(
      { _id: 1 },
      { b: new Double(1) },
      { 2: 'two' },
      { 1: 'one' },
      { a: { y: 1, x: [new Double(2)] } },
    );
    expect(inserted(bytes).equals(bytes)).toBe(true);
  });

  test('has its _id first, and gets one if it has none', () => {
    expect(Object.entries(decode(inserted(documentOf({ a: 1 }, { _id: 7 }))))).toEqual([
      ['_id', 7],
      ['a', 1],
    ]);
    const [[name, id] = []] = Object.entries(decode(inserted(documentOf({ a: 1 }))));
    expect(name).toBe('_id');
    expect(id).toBeInstanceOf(ObjectId);
    expect(() => inserted(encode({ _id: [1] }))).toThrow(expect.objectContaining({ code: 53 }));
  });

  test('has the last of several values of one name', () => {
    const bytes = inserted(documentOf({ _id: 1 }, { a: 1 }, { b: 2 }, { a: 3 }));
    expect(elementsOf(bytes).map(({ name }) => name)).toEqual(['_id', 'a', 'b']);
    expect(decode(bytes)).toEqual({ _id: 1, a: 3, b: 2 });
  });

  test('must not have what could not be read again', () => {
    const text = encode({ _id: 1, text: 'é' });
    const truth = encode({ _id: 1, truth: true });
    const broken = (bytes: Buffer, at: number, byte: number) => {
      const other = Buffer.from(bytes);
      other[at < 0 ? bytes.length + at : at] = byte;
      return other;
    };
    for (const bytes of [text, truth]) expect(() => checkCommand(bytes)).not.toThrow();
    const bad = [
      broken(text, -3, 0x20), // the second byte of the letter
      broken(text, -2, 1), // the zero after it
      broken(text, text.indexOf('text'), 0xff), // its name
      broken(truth, -2, 2),
      broken(truth, -1, 1),
      broken(truth, 0, 5),
      text.subarray(0, -1),
    ];
    for (const bytes of bad) expect(() => checkCommand(bytes)).toThrow(expect.objectContaining({ code: 9 }));
  });
});
