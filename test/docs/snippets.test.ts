import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

test.each(['words.ts', 'drill.ts'])('the page on record types shows %s as it is compiled and used', async (file) => {
  const page = await readFile('docs/add-a-record-type.md', 'utf8');
  const snippets = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, snippet = '']) => snippet);
  const source = await readFile(`test/newcomer/drill/${file}`, 'utf8');
  expect(snippets).toContain(source.replaceAll('../../../src/records/', '../../records/'));
});

test('the page on commands shows the command as it is compiled and used', async () => {
  const page = await readFile('docs/add-a-command.md', 'utf8');
  const [, snippet = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  expect(snippet).not.toBe('');
  expect(await readFile('test/newcomer/whoami/whoami.ts', 'utf8')).toContain(snippet);
});
