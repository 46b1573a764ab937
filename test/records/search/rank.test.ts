import { expect, test } from 'vitest';
import { rankOf } from '../../../src/records/search/rank.ts';
import { termsOf } from '../../../src/records/search/terms.ts';

const record = (title: string, text = '') => ({ title, terms: termsOf([title, text]) });

test.each([
  { words: '门禁记录', title: '机房门禁记录缺失', rank: 3 },
  { words: 'shift LOG', title: 'The shift log lacks two days', rank: 3 },
  { words: '记录 门禁', title: '机房门禁记录缺失', rank: 2 },
  { words: 'insp log', title: 'Log of inspections', rank: 2 },
  { words: '门禁记录', title: '系统停用', text: '门禁记录停了', rank: 1 },
  { words: '门禁 停用', title: '系统停用', text: '门禁', rank: 1 },
  { words: '门禁 空调', title: '门禁停用', rank: 0 },
  { words: 'spect', title: 'inspections', rank: 0 },
  { words: 'x'.repeat(50), title: 'y', text: 'x'.repeat(60), rank: 1 },
  { words: '', title: '门禁', rank: 0 },
])('"$words" in "$title" ranks $rank', ({ words, title, text, rank }) => {
  expect(rankOf(words, record(title, text))).toBe(rank);
});
