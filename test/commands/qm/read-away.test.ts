import { expect, test } from 'vitest';
import { readAway } from '../../../commands/qm/read-away.ts';

/** A Monday. */
const read = (text: string) => readAway(text, '2026-11-23');
const set = { kind: 'set', from: '2026-12-01', to: '2026-12-05', deputy: '刘洋' };

test.each([
  '2026-12-01 2026-12-05 刘洋',
  '12-01 12-05 刘洋',
  '12/1 to 12/5 刘洋',
  'from 12-01 until 12-05, 刘洋',
  '12月1日至12月5日 刘洋',
  '12月1日到5日刘洋',
  '12月1日-5日 由 刘洋 代理',
  '12-01~12-05 刘洋',
  '从12月1日至12月5日，刘洋',
])('reads "%s"', (text) => {
  expect(read(text)).toEqual(set);
});

test.each([
  ['tomorrow Liu Yang', { kind: 'set', from: '2026-11-24', to: '2026-11-24', deputy: 'Liu Yang' }],
  ['明天 后天 @刘洋', { kind: 'set', from: '2026-11-24', to: '2026-11-26', deputy: '@刘洋' }],
  ['12-28 01-03 刘洋', { kind: 'set', from: '2026-12-28', to: '2027-01-03', deputy: '刘洋' }],
  ['12-01', { kind: 'set', from: '2026-12-01', to: undefined }],
  ['12-01 12-05', { kind: 'set', from: '2026-12-01', to: '2026-12-05' }],
  ['刘洋', { kind: 'set', deputy: '刘洋' }],
  ['12-40 刘洋', { kind: 'set', unread: '12-40' }],
  ['12-01 12-40 刘洋', { kind: 'set', from: '2026-12-01', unread: '12-40', deputy: '刘洋' }],
  ['off', { kind: 'off' }],
  ['销假', { kind: 'off' }],
  ['', { kind: 'show' }],
])('reads "%s" as %j', (text, wish) => {
  expect(read(text)).toEqual(wish);
});
