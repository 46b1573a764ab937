import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { contracts } from '../../src/quality/contracts.ts';
import { recordTypes } from '../../src/quality/index.ts';

type Contract = { readonly type: string } | { readonly move: string };
const all = Object.entries<Readonly<Record<string, Contract>>>(contracts).flatMap(([type, ofType]) =>
  Object.entries(ofType).map(([name, contract]) => ({ type, name, contract })),
);

test.each(all)('$type.$name names what its type takes from the system alone', ({ type, name, contract }) => {
  const declared = recordTypes.find((one) => one.type === type);
  if ('type' in contract) expect([contract.type, name]).toEqual([declared?.type, 'raise']);
  else expect([contract.move, declared?.moves[contract.move]?.by]).toEqual([name, []]);
});

test('nothing is raised or signaled but by a contract', async () => {
  const folders = ['src/quality', 'jobs', 'commands'];
  const entries = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  const files = entries.flat().flatMap((entry) => (entry.isFile() ? [`${entry.parentPath}/${entry.name}`] : []));
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const));
  expect(texts.length).toBeGreaterThan(200);
  expect(texts.filter(([, text]) => /kind: '(?:raise|signal)'/.test(text)).map(([file]) => file)).toEqual([]);
});
