import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanDeep, cleanText } from '../../src/chat/clean-text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const odd = fc.constantFrom(
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u0000',
  '\u0085',
  '\u2028',
  '\r',
  '\ud800',
  '\udc00',
  'e\u0301',
  '\u1100\u1161',
);
const text = fc.oneof(
  anyText,
  fc.array(fc.oneof(odd, fc.string()), { maxLength: 20 }).map((parts) => parts.join('')),
);

describe('cleanText', () => {
  test('gives text that is well-formed and in NFC, and that stays as it is when it is cleaned again', () => {
    fc.assert(
      fc.property(text, (said) => {
        const cleaned = cleanText(said);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleaned.normalize('NFC')).toBe(cleaned);
        expect(cleanText(cleaned)).toBe(cleaned);
        expect(cleaned).not.toMatch(/(?![\n\t])\p{Cc}|\p{Bidi_Control}|[\u200b\u2060\ufeff\u00ad\u2028\u2029]/u);
      }),
      { numRuns: 1000, seed: 20261123 },
    );
  });

  test.each([
    { what: 'a family joined into one emoji', said: '👨‍👩‍👧', cleaned: '👨‍👩‍👧' },
    { what: 'Persian with a non-joiner', said: 'می‌خواهم', cleaned: 'می‌خواهم' },
    { what: 'right-to-left words', said: 'שלום', cleaned: 'שלום' },
    { what: 'an override of direction', said: 'abc\u202etxt.exe', cleaned: 'abctxt.exe' },
    { what: 'spaces that nobody sees', said: '不\u200b符\u2060合\ufeff', cleaned: '不符合' },
    { what: 'control characters', said: 'a\u0000b\u0007c\u001b[31m', cleaned: 'abc[31m' },
    { what: 'line breaks of every kind', said: 'a\r\nb\rc\nd', cleaned: 'a\nb\nc\nd' },
    { what: 'a tab', said: 'a\tb', cleaned: 'a\tb' },
    { what: 'a lone surrogate', said: 'a\ud83db', cleaned: 'a\ufffdb' },
    { what: 'an accent of its own', said: 'cafe\u0301', cleaned: 'café' },
    { what: 'markup, which is words like any other', said: '<@U1> *x* {"$gt":""}', cleaned: '<@U1> *x* {"$gt":""}' },
  ])('leaves or takes as it should: $what', ({ said, cleaned }) => {
    expect(cleanText(said)).toBe(cleaned);
  });
});

describe('cleanDeep', () => {
  test('cleans every string inside, and leaves the rest as it is', () => {
    const said = { a: ['x\u200b', 1, null, { b: 'e\u0301' }], c: true };
    expect(cleanDeep(said)).toEqual({ a: ['x', 1, null, { b: 'é' }], c: true });
  });

  test('keeps a key named after the prototype a key, and touches no prototype', () => {
    const cleaned = cleanDeep(JSON.parse('{"__proto__": {"admin": "yes"}}'));
    expect(Object.keys(Object(cleaned))).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(cleaned)).toBe(Object.prototype);
    expect(Object(cleaned)).not.toHaveProperty('admin');
  });
});
