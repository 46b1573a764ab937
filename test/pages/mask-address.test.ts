import { expect, test } from 'vitest';
import { maskAddress, networkOf } from '../../src/pages/mask-address.ts';

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:abcd:12:34::1', '2001:db8:abcd::/48'],
  ['2001:DB8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
  ['nonsense', ''],
])('masks %s as %s', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});

test('counts an address of version 4 by itself, and the 64 bits of a household in version 6 as one', () => {
  expect(networkOf('203.0.113.77')).toBe('203.0.113.77');
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:bbbb::9'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
});
