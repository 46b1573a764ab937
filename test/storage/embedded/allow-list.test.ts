import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { commands, queryOperators, stages, updateOperators } from '../../../src/storage/embedded/allow-list.ts';

const folder = new URL('../../../src/storage/embedded/', import.meta.url);
const MOST_LINES = 3960;

describe('the allow-list', () => {
  test('is what its file says', async () => {
    const text = await readFile(new URL('allow-list.ts', folder), 'utf8');
    const comment = /\/\*\n([\s\S]*?)\*\//.exec(text)?.[1] ?? '';
    const listed = (heading: string): string[] => {
      const lines = new RegExp(`^ \\*   ${heading} +([^\\n]*(?:\\n \\* {10,}[^\\n]*)*)`, 'm').exec(comment)?.[1];
      return (lines ?? '').replaceAll('\n *', ' ').split(/ +/).toSorted();
    };
    expect(listed('commands')).toEqual(Object.keys(commands).toSorted());
    expect(listed('query operators')).toEqual([...queryOperators].toSorted());
    expect(listed('update operators')).toEqual([...updateOperators].toSorted());
    expect(listed('stages')).toEqual([...stages].toSorted());
  });
});

describe('the embedded server', () => {
  test(`has at most ${MOST_LINES} lines`, async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(`${parentPath}/${name}`, 'utf8')));
    const lines = texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0);
    expect(files.length).toBeGreaterThan(20);
    expect(lines).toBeLessThanOrEqual(MOST_LINES);
  });
});
