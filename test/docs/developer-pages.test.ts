import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const pages = [
  'CONTRIBUTING.md',
  ...(await readdir('docs', { recursive: true })).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];
const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

test.each(pages)('%s links to what there is', async (page) => {
  const text = await readFile(page, 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link = '']) => join(dirname(page), link));
  const found = await Promise.all(links.map(async (link) => [link, await isThere(link)] as const));
  expect(found.filter(([, there]) => !there)).toEqual([]);
});

test('the glossary names places that there are', async () => {
  const text = await readFile('docs/glossary.md', 'utf8');
  const named = [...text.matchAll(/`((?:src|jobs|adapters|commands)[\w/.-]*)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(20);
  const found = await Promise.all(named.map(async (path) => [path, await isThere(path)] as const));
  expect(found.filter(([, there]) => !there)).toEqual([]);
});
