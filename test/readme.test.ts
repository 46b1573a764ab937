import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeSettings } from '../src/config/config.ts';

test("the README's table says of every setting what the configuration says, and nothing else", async () => {
  const readme = await readFile('README.md', 'utf8');
  const table = /<!-- settings -->\n([\s\S]*?)<!-- end of settings -->/.exec(readme)?.[1];
  const rows = describeSettings().map(({ name, byDefault, meaning }) => {
    const value = byDefault === '' ? '' : `\`${byDefault}\``;
    return `| \`${name}\` | ${value} | ${meaning} |`;
  });
  expect(table).toBe(`\n| Setting | Default | Meaning |\n|---|---|---|\n${rows.join('\n')}\n\n`);
});

test('the README opens with the two commands', async () => {
  const readme = await readFile('README.md', 'utf8');
  const opening = readme.slice(0, 600);
  expect(opening).toContain('npm ci && npm start');
  expect(opening).toContain('npm ci && npm test');
});
