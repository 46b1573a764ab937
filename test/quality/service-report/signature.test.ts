import { expect, test } from 'vitest';
import { drawHandwriting } from '../../../src/charts/draw-handwriting.ts';
import { readSignature, sheetOf } from '../../../src/quality/service-report/signature.ts';

test('reads lines of points, and draws them', () => {
  const text = '100,200 200,100 300,200 400,100;500,50 500,350';
  expect(readSignature(text)).toHaveLength(2);
  const sheet = sheetOf(text);
  expect(drawHandwriting(sheet)).toContain('<path d="M100 200L200 100L300 200L400 100M500 50L500 350"');
});

test.each([
  ['nothing', ''],
  ['a dot', '10,10'],
  ['a touch', '10,10 11,11'],
  ['off the sheet', '10,10 1001,200'],
  ['below the sheet', '10,10 200,401'],
  ['a sign too many', '10,10 200,,200'],
  ['markup', '10,10 200,200"/><script>alert(1)</script>'],
  ['too many points', Array.from({ length: 1501 }, (_, at) => `${at % 1000},${at % 400}`).join(' ')],
  ['far too much', '1'.repeat(20_000_000)],
])('takes %s for no signature', (_name, text) => {
  expect(readSignature(text)).toBeNull();
  expect(sheetOf(text)).toEqual({ width: 1000, height: 400, strokes: [] });
  expect(drawHandwriting(sheetOf(text))).toContain('<path d=""');
});
