import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_TERMS, soughtIn, termsOf, wordsOf } from '../../../src/records/search/terms.ts';

describe('the words of a text', () => {
  test.each([
    ['机房 B 巡检记录缺失两天', ['机房', 'b', '巡检记录缺失两天']],
    ['3号机房CMDB未更新', ['3', '号机房', 'cmdb', '未更新']],
    ['ＣＭＤＢ（２０２６）', ['cmdb', '2026']],
    ['Shift-log lacks TWO days.', ['shift', 'log', 'lacks', 'two', 'days']],
    ['naïve café', ['naïve', 'café']],
    ['…——！？', []],
    ['', []],
  ])('%j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('terms', () => {
  test('are words with their beginnings, and pairs of characters where no spaces part words', () => {
    expect(termsOf(['Inspection of 巡检记录', 'B座'])).toEqual([
      'inspection',
      'ins*',
      'of',
      '巡检',
      '检记',
      '记录',
      'b',
      '座',
    ]);
  });

  test('are no more than a record may have, and those of the first text stay', () => {
    const long = Array.from({ length: 500 }, (_, index) => `w${index}`).join(' ');
    const terms = termsOf(['标题', long]);
    expect(terms).toHaveLength(MOST_TERMS);
    expect(terms[0]).toBe('标题');
  });
});

describe('what is looked for', () => {
  test.each([
    ['机房', [{ word: '机房', terms: ['机房'] }]],
    ['巡检记录', [{ word: '巡检记录', terms: ['巡检', '检记', '记录'] }]],
    ['inspect', [{ word: 'inspect', terms: ['ins*'] }]],
    ['of', [{ word: 'of', terms: ['of'] }]],
    ['门', [{ word: '门', terms: [] }]],
    ['机房 机房', [{ word: '机房', terms: ['机房'] }]],
  ])('%j', (text, sought) => {
    expect(soughtIn(text)).toEqual(sought);
  });

  test('finds every text that contains it, for any text', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 4 });
    fc.assert(
      fc.property(texts, (parts) => {
        const terms = new Set(termsOf([parts.join(' ')]));
        fc.pre(terms.size < MOST_TERMS);
        for (const { terms: sought } of soughtIn(parts.join(' '))) {
          for (const term of sought) expect(terms).toContain(term);
        }
      }),
    );
  });

  test('can be any text at all', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\ud83d', 'x\udc00机', '\u0000', '👩‍👩‍👧 ½ ﷺ'),
    );
    fc.assert(
      fc.property(wild, (text) => {
        for (const term of [...termsOf([text]), ...soughtIn(text).flatMap(({ terms }) => terms)]) {
          expect(term.isWellFormed()).toBe(true);
          expect(term).not.toMatch(/\s/);
        }
      }),
    );
  });
});
