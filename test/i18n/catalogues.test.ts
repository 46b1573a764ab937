import { expect, test } from 'vitest';
import { messagesIn } from '../../src/i18n/translate.ts';

const en = messagesIn('en');
const zhCn = messagesIn('zh-CN');
const placeholders = (message: string) =>
  [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort((left, right) => left.localeCompare(right));
const keys = Object.keys(zhCn);

test.each(keys)('%s has the same placeholders in Chinese and in English', (key) => {
  expect(placeholders(en[key] ?? '')).toEqual(placeholders(zhCn[key] ?? ''));
});

/** Names, numbers and command lines are the same in every language. */
const namesAlone =
  /^(?:qmbot|Slack |MongoDB|\/finding show FD-2026-0042|\/finding show FD-2026-0001| {2}--hand-over .*)$/;

test('no English message holds Chinese, and every Chinese message that has letters for people holds Chinese', () => {
  const chinese = /[\u4e00-\u9fff]/;
  expect(keys.filter((key) => chinese.test(en[key] ?? ''))).toEqual([]);
  const letters = /[a-z]{2,}(?![^{]*\})/i;
  expect(
    keys.filter(
      (key) => letters.test(zhCn[key] ?? '') && !chinese.test(zhCn[key] ?? '') && !namesAlone.test(zhCn[key] ?? ''),
    ),
  ).toEqual([]);
});
