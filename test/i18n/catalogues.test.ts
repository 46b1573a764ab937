import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en/index.ts';
import { zhCn } from '../../src/i18n/zh-cn/index.ts';

const placeholders = (message: string) =>
  [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort((left, right) => left.localeCompare(right));
const keys = Object.keys(zhCn) as (keyof typeof zhCn)[];

test.each(keys)('%s has the same placeholders in Chinese and in English', (key) => {
  expect(placeholders(en[key])).toEqual(placeholders(zhCn[key]));
});

test('no English message holds Chinese, and every Chinese message that has letters for people holds Chinese', () => {
  const chinese = /[\u4e00-\u9fff]/;
  expect(keys.filter((key) => chinese.test(en[key]))).toEqual([]);
});
