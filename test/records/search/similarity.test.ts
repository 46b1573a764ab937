import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SIMILAR, similarity } from '../../../src/records/search/similarity.ts';

describe('titles of one matter', () => {
  test.each([
    ['3号机房门禁记录缺失', '机房门禁记录缺失两天'],
    ['值班日志缺少两天的巡检记录', '值班日志缺两天巡检记录'],
    ['Shift log lacks two days', 'Two days missing in the shift log lacks'],
    ['备件出库未登记', '备件出库没有登记'],
    ['CMDB 未更新', 'ＣＭＤＢ未更新'],
  ])('%s / %s', (one, other) => {
    expect(similarity(one, other)).toBeGreaterThanOrEqual(SIMILAR);
  });
});

describe('titles of different matters', () => {
  test.each([
    ['3号机房门禁记录缺失', '3号机房空调告警未处理'],
    ['备件出库未登记', '巡检表用了旧版模板'],
    ['Shift log lacks two days', 'Spare parts are not registered'],
    ['', '巡检'],
    ['', ''],
    ['！！', '——'],
  ])('%s / %s', (one, other) => {
    expect(similarity(one, other)).toBeLessThan(SIMILAR);
  });
});

test('is 1 for the same words, regardless of case, width and punctuation', () => {
  expect(similarity('机房 B：门禁', '机房　Ｂ 门禁!')).toBe(1);
});

test('is the same either way round, and never outside 0 to 1', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const both = similarity(one, other);
      expect(similarity(other, one)).toBe(both);
      expect(both).toBeGreaterThanOrEqual(0);
      expect(both).toBeLessThanOrEqual(1);
    }),
  );
});
