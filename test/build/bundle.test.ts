import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { assets, entryPoints } from '../../build/bundle.js';

const rooms = ['src', 'adapters', 'commands', 'jobs'];
const sources = rooms.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name)),
);

test('anything a module finds relative to itself is found relative to the bundle, too', () => {
  const found = sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/new URL\(['`](?:\.\/)?([\w-]+)([^'`]*)['`], import\.meta\.url\)/g)].map(
      ([, name = '', rest]) => (rest?.startsWith('/') ? `${join(dirname(file), name)} as ${name}` : `program ${name}`),
    );
  });
  const bundled = [
    ...Object.entries(assets).map(([from, to]) => `${from} as ${to}`),
    ...Object.keys(entryPoints)
      .filter((name) => name !== 'main')
      .map((name) => `program ${name}`),
  ];
  expect(found.sort()).toEqual(bundled.sort());
});

test('a module asks where it is only to find such a file, or a package', () => {
  const asking = sources.flatMap((file) => readFileSync(file, 'utf8').match(/^.*import\.meta.*$/gm) ?? []);
  expect(
    asking.filter((line) => !/new URL\(.+, import\.meta\.url\)|createRequire\(import\.meta\.url\)/.test(line)),
  ).toEqual([]);
});
