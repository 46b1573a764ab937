import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** House words that stand for a term of the field: docs/glossary.md and docs/style.md have the terms. */
const BANNED = new Set(
  'reckon reckons reckoned reckoning anew whoever whom wish saying dealing deed rung verdict circumstances ground meant'.split(
    ' ',
  ),
);

const wordsIn = (name: string) =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[ _]/);

test('no exported name says in a word of our own what the field has a term for', async () => {
  const folders = await Promise.all(
    ['src', 'adapters', 'commands', 'jobs'].map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  );
  const files = folders
    .flat()
    .flatMap((entry) => (entry.isFile() && entry.name.endsWith('.ts') ? [`${entry.parentPath}/${entry.name}`] : []));
  expect(files.length).toBeGreaterThan(1000);
  const names = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8');
      const exported = text.matchAll(/^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm);
      return [...exported]
        .map(([, name = '']) => name)
        .filter((name) => wordsIn(name).some((word) => BANNED.has(word)));
    }),
  );
  expect(names.flat()).toEqual([]);
});
