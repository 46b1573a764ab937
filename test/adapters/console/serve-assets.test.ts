import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { assets } from '../../../adapters/console/serve-assets.ts';

test('serves every file of the page that is not made on the server, and nothing else', async () => {
  const files = await readdir(new URL('../../../adapters/console/page/', import.meta.url));
  const served = assets.map(({ name }) => name);
  expect([...served].sort()).toEqual(files.filter((file) => !file.endsWith('.ts')).sort());
});
