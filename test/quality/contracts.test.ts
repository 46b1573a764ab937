import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { contracts } from '../../src/quality/contracts.ts';
import { recordTypes } from '../../src/quality/index.ts';

type Contract = { readonly type: string } | { readonly move: string };
const all = Object.entries<Readonly<Record<string, Contract>>>(contracts).flatMap(([type, ofType]) =>
  Object.entries(ofType).map(([name, contract]) => ({ type, name, contract })),
);

const declaredAs = (type: string) => recordTypes.find((one) => one.type === type);
const raises = all.flatMap(({ type, name, contract }) =>
  'type' in contract ? [{ type, name, raised: contract.type }] : [],
);
const signals = all.flatMap(({ type, name, contract }) =>
  'move' in contract ? [{ type, name, move: contract.move }] : [],
);

test.each(raises)('$type.$name raises a record of the type that it stands under', ({ type, name, raised }) => {
  expect([raised, name]).toEqual([declaredAs(type)?.type, 'raise']);
});

test.each(signals)('$type.$name is a move that the system alone makes', ({ type, name, move }) => {
  expect([move, declaredAs(type)?.moves[move]?.by]).toEqual([name, []]);
});

test('nothing is raised or signaled but by a contract', async () => {
  const folders = ['src/quality', 'jobs', 'commands'];
  const entries = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  const files = entries.flat().flatMap((entry) => (entry.isFile() ? [`${entry.parentPath}/${entry.name}`] : []));
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const));
  expect(texts.length).toBeGreaterThan(200);
  expect(texts.filter(([, text]) => /kind: '(?:raise|signal)'/.test(text)).map(([file]) => file)).toEqual([]);
});
