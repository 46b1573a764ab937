import { AESCipher } from '@larksuiteoapi/node-sdk';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDecrypt } from '../../../adapters/feishu/receive/decrypt.ts';
import { seal } from '../../stand-ins/feishu/push.ts';

const key = 'an encrypt key';
const ours = createDecrypt(key);
const theirs = new AESCipher(key);

/** What comes of it: the text, or that there is none. */
function read(decrypt: () => string): string | null {
  try {
    return decrypt();
  } catch {
    return null;
  }
}

test('reads what Feishu encrypts', () => {
  for (const text of ['', 'x', '{"schema":"2.0"}', '报告 “😀”'.repeat(5_000)]) expect(ours(seal(text, key))).toBe(text);
});

test("reads and refuses what the SDK's own decryption reads and refuses", () => {
  const good = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => seal(text, key));
  const anotherKey = fc.string({ maxLength: 50 }).map((text) => seal(text, 'another key'));
  const cut = fc.tuple(good, fc.nat(300)).map(([sealed, length]) => sealed.slice(0, length));
  const flipped = fc.tuple(good, fc.nat()).map(([sealed, at]) => {
    const bytes = Buffer.from(sealed, 'base64');
    const index = at % bytes.length;
    bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
    return bytes.toString('base64');
  });
  fc.assert(
    fc.property(fc.oneof(good, anotherKey, cut, flipped, fc.string()), (sealed) => {
      expect(read(() => ours(sealed))).toBe(read(() => theirs.decrypt(sealed)));
    }),
    { numRuns: 1_000 },
  );
});
