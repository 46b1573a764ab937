import { expect, test } from 'vitest';
import { normalisePhone, PHONE } from '../../../src/org/customers/phone.ts';

test.each([
  ['138 0000 0011', '+8613800000011'],
  ['010-8888 6666', '01088886666'],
  ['010-88886666转801', '01088886666,801'],
  ['+1 (415) 555-0100 ext. 12', '+14155550100,12'],
  ['022-5550 1200,801', '02255501200,801'],
  ['95598', '95598'],
])('%s is stored as %s', (said, stored) => {
  expect(normalisePhone(said)).toBe(stored);
  expect(normalisePhone(stored)).toBe(stored);
  expect(PHONE.test(stored)).toBe(true);
});

test('what is no number is none after it, too', () => {
  expect(PHONE.test(normalisePhone('call me'))).toBe(false);
});
