import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifyFiles } from '../../src/cli/verify-files.ts';
import { commonSchema } from '../../src/records/shape/common.ts';
import { piecesOf } from '../files/samples.ts';

const content = Buffer.from('what was seen');
const sha256 = createHash('sha256').update(content).digest('hex');
const common = commonSchema.parse({
  evidence: [
    {
      kind: 'file',
      id: 'E1',
      name: 'a.txt',
      state: 'stored',
      stored: { fileId: 'f1', sha256, size: content.length, type: 'text/plain' },
      addedBy: 'li-na',
      addedAt: '2026-11-23T01:00:00.000Z',
    },
  ],
});
const check = (bytes: Buffer | null, owner = 'r1') =>
  verifyFiles(
    { id: 'r1', number: 'FD-2026-0001', common },
    {
      open: async () => bytes && { owner, size: bytes.length, sha256, type: 'text/plain', content: piecesOf(bytes) },
    },
  );

test('holds every stored file against what its record says', async () => {
  expect(await check(content)).toEqual([]);
  expect(await check(Buffer.from('what was put there'))).toEqual(['FD-2026-0001 file E1: content differs']);
  expect(await check(null)).toEqual(['FD-2026-0001 file E1: missing']);
  expect(await check(content, 'r2')).toEqual(['FD-2026-0001 file E1: missing']);
});
