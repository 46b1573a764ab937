import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runQmbot } from './command-line.ts';

test('a key is made, listed without its secret, and ended after a while', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qmbot-intake-'));
  const run = (...args: string[]) => runQmbot(['intake', ...args], folder, {});
  try {
    const made = await run('add-key', 'itsm');
    const secret = /whsec_\S{44}/.exec(made.out)?.[0] ?? 'none';
    const id = /key_[0-9a-f]{8}/.exec(made.out)?.[0] ?? 'none';
    const listed = await run('keys', 'itsm');
    expect(listed.out).toContain(`${id}  in use since`);
    expect(listed.out).not.toContain(secret);
    expect((await run('end-key', 'itsm', id, '--after', '24')).out).toContain(
      `The key ${id} of the source itsm ends on`,
    );
    expect((await run('keys', 'itsm', '--language', 'zh-CN')).out).toMatch(new RegExp(`${id}  .+ 起，.+ 止`));
    expect(await run('end-key', 'itsm', id)).toMatchObject({ code: 1, err: expect.stringContaining('has no key') });
    expect(await run('add-key', 'IT SM')).toMatchObject({ code: 1, err: expect.stringContaining('small letters') });
  } finally {
    await rm(folder, { recursive: true });
  }
});
