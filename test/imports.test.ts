import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const rooms = ['src', 'adapters', 'commands', 'jobs'];

const outputSchema = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({ violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string() })) }),
});

/** What dependency-cruiser makes of the tree. */
async function cruise() {
  const options = { maxBuffer: 64 * 1024 * 1024 };
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...rooms];
  const { stdout } = await run('node_modules/.bin/depcruise', args, options);
  return outputSchema.parse(JSON.parse(stdout));
}

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join('src', 'chat', 'planted-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('the import rules read every file, hold, and find a planted violation', async () => {
  const planted = join(folder, 'planted.ts');
  await writeFile(
    planted,
    "import { finding } from '../../quality/finding/finding.ts';\n\nexport const taken = finding.type;\n",
  );
  const { modules, summary } = await cruise();

  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...rooms]);
  const files = stdout.split('\n').filter((file) => file.endsWith('.ts'));
  const read = modules
    .map(({ source }) => source)
    .filter((source) => source.endsWith('.ts') && !source.includes('node_modules'));
  expect(read.sort()).toEqual(files.sort());

  const violations = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  expect(violations).toEqual([`chat-knows-nothing-of-ours: ${planted}`]);
}, 60_000);
