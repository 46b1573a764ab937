import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { periodicJobs } from '../../jobs/index.ts';

test('lists every job of the folder, each under the name of its file', () => {
  const files = readdirSync(new URL('../../jobs', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.replace(/\.ts$/, ''))
    .filter((name) => name !== 'index');
  expect(periodicJobs.map(({ name }) => name).sort()).toEqual(files.sort());
});
