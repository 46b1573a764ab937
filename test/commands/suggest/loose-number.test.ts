import { describe, expect, test } from 'vitest';
import { fullNumbers, readLooseNumber } from '../../../commands/suggest/loose-number.ts';

const meant = (said: string, prefixes = ['FD', 'AU']) => {
  const loose = readLooseNumber(said);
  return loose && fullNumbers(loose, prefixes, 2026);
};
const back = (prefix: string, end = '0042') => [2026, 2025, 2024, 2023, 2022].map((year) => `${prefix}-${year}-${end}`);

describe('numbers as people write them', () => {
  test.each([
    ['FD-2026-0042', ['FD-2026-0042']],
    ['FD-26-42', ['FD-2026-0042']],
    ['fd 26 42', ['FD-2026-0042']],
    ['ＦＤ－２０２６－４２', ['FD-2026-0042']],
    ['FD2025-42', ['FD-2025-0042']],
    ['fd_2026_42', ['FD-2026-0042']],
    ['2026-42', ['FD-2026-0042', 'AU-2026-0042']],
    ['fd 42', back('FD')],
    ['fd42', back('FD')],
    ['FD#42', back('FD')],
    ['FD-2026-42-A2', ['FD-2026-0042-A2']],
    ['fd 2026 42 a2', ['FD-2026-0042-A2']],
    ['FD-2026-12345', ['FD-2026-12345']],
    ['xx 42', []],
  ])('%s', (said, numbers) => {
    expect(meant(said)).toEqual(numbers);
  });

  test.each(['42', '#42', '0042'])('%s is of every type, the newest year first', (said) => {
    expect(meant(said, ['FD'])).toEqual(back('FD'));
    expect(meant(said)?.slice(0, 2)).toEqual(['FD-2026-0042', 'AU-2026-0042']);
  });

  test.each(['', '0', 'fd', 'fd 0', 'list', '机房42', '42 days', 'fd-2026-', '1234567', 'fd 42 43 44', '$gt'])(
    '%j is none',
    (said) => {
      expect(readLooseNumber(said)).toBeNull();
    },
  );
});
