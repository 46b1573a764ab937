import { isIP } from 'node:net';

/**
 * An address in a form that may be stored: enough to identify a network, too little to identify a person. IPv4 without its last byte, IPv6 truncated
 * to its first 48 bits; an IPv4 address mapped into IPv6 is treated as IPv4. Empty for an invalid address.
 */
export function maskAddress(address: string): string {
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const bare = inside ?? address.replace(/%.*$/, '');
  switch (isIP(bare)) {
    case 4:
      return `${bare.split('.').slice(0, 3).join('.')}.0/24`;
    case 6:
      return `${firstGroups(bare, 3).join(':')}::/48`;
    default:
      return '';
  }
}

/** The unit that a rate limit counts: an IPv4 address, or the 64-bit IPv6 prefix of one household. */
export function networkOf(address: string): string {
  return isIP(address) === 6 && !/^::ffff:\d+\./i.test(address) ? firstGroups(address, 4).join(':') : address;
}

/** The first groups of an IPv6 address, with `::` expanded. */
function firstGroups(address: string, count: number): string[] {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return groups.slice(0, count).map((group) => Number.parseInt(group || '0', 16).toString(16));
}
