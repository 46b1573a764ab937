import { createHash, randomInt } from 'node:crypto';

/** Digits and letters that nobody mixes up. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A fresh code for the first administrator, `7KQ2-M0XW-3RFA`: 60 bits by chance, so that nobody guesses one while it holds. */
export function freshCode(): string {
  const drawn = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
  return drawn.replace(/(.{4})(?=.)/g, '$1-');
}

/** The SHA-256 of a code, which alone is stored; typed in lower case, without hyphens, or with O for 0, it is the same code. */
export function hashCode(code: string): string {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(plain).digest('hex');
}
